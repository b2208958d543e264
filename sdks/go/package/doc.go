// Package @GO_PACKAGE@ is the client of FaultMaven @TITLE@.
package @GO_PACKAGE@
