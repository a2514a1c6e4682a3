package httpapi

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// DemoAccount is a login that the sign-in page offers in a demo.
type DemoAccount struct {
	Login string `json:"login"`
	Role  string `json:"role"`
	Name  string `json:"name"`
	Whose string `json:"whose"`
	Side  string `json:"side"`
}

// Demo serves the demo's accounts and their password at /demo/accounts.json. It
// is no operation of the contract: outside a demo there is nothing there.
func (r *Router) Demo(password string, accounts []DemoAccount) {
	type answer struct {
		Password string        `json:"password"`
		Accounts []DemoAccount `json:"accounts"`
	}
	r.echo.GET("/demo/accounts.json", func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "no-store")
		return c.JSON(http.StatusOK, answer{password, accounts})
	})
}
