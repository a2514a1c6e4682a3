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

// Demo tells the sign-in page the demo's accounts and their password.
func (r *Router) Demo(password string, accounts []DemoAccount) {
	r.demo = &demo{password, accounts}
}

type demo struct {
	Password string        `json:"password"`
	Accounts []DemoAccount `json:"accounts"`
}

// demoAccounts is no operation of the contract. Outside a demo it says that
// there are none.
func (r *Router) demoAccounts(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	if r.demo == nil {
		return c.NoContent(http.StatusNoContent)
	}
	return c.JSON(http.StatusOK, r.demo)
}
