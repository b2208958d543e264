module smoke

go 1.22

require github.com/faultmaven/cases-sdk-go/v2 v2.0.0

replace github.com/faultmaven/cases-sdk-go/v2 => ../../target/cases/package
