package @GO_PACKAGE@

import "errors"

// AsProblem gives the problem (RFC 9457) with which the service refused a request, from the error of an operation. It
// is nil if the error is another one: the request did not get through, or something else answered, like a proxy.
func AsProblem(err error) *Problem {
	var refused *GenericOpenAPIError
	if !errors.As(err, &refused) {
		return nil
	}
	problem, ok := refused.Model().(Problem)
	if !ok {
		return nil
	}
	return &problem
}
