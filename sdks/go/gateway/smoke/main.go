// What an application does with the SDK, against the service at BASE_URL.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"

	gateway "github.com/faultmaven/gateway-sdk-go"
)

func main() {
	configuration := gateway.NewConfiguration()
	configuration.Servers = gateway.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	client := gateway.NewAPIClient(configuration)
	ctx := context.Background()

	// asks what there is before anybody has signed in, at either address
	here := must(client.CapabilitiesAPI.GetCapabilities(ctx).Execute())
	expect(here.DeploymentMode, "self-hosted")
	expect(here.Features.CaseHistory, true)
	expect(here.Limits.MaxFileBytes > 0, true)
	expect(must(client.CapabilitiesAPI.GetCapabilitiesAsExtension(ctx).Execute()), here)
	fmt.Println("go: all is well")
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func expect(seen, expected any) {
	if !reflect.DeepEqual(seen, expected) {
		log.Panicf("%v instead of %v", seen, expected)
	}
}
