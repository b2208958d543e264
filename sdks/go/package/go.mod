module github.com/faultmaven/cases-sdk-go/v2

go 1.22
