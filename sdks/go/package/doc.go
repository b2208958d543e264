// Package faultmaven is the client of FaultMaven Cases, the case platform of an AI troubleshooting copilot.
package faultmaven
