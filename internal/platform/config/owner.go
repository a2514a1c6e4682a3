package config

import "fmt"

// OwnerURL reads only the address of PostgreSQL as its owner. Migrating needs
// nothing else: who migrates does not hold the service's keys.
func OwnerURL(environ []string) (Secret, error) {
	vars, err := variables(environ)
	if err != nil {
		return "", fmt.Errorf("configuration:\n%w", err)
	}
	return Secret(vars["ZHIZE_OWNER_DATABASE_URL"]), nil
}
