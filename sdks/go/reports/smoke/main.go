// What an application does with the SDK, against the service at BASE_URL.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"slices"
	"time"

	reports "github.com/faultmaven/reports-sdk-go"
)

var (
	ctx  = context.Background()
	name = fmt.Sprint("go-", time.Now().UnixNano())
	me   = connect(name)
)

func connect(userID string) *reports.APIClient {
	configuration := reports.NewConfiguration()
	configuration.Servers = reports.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	configuration.AddDefaultHeader("X-User-ID", userID)
	return reports.NewAPIClient(configuration)
}

func main() {
	one, two, far := reportsThreeTimes()
	findsWhatBelongsTogether(one, two, far)
	caseID := opensACase(one, two)
	showsTwoCasesAsOneAndAsTwoAgain(caseID)
	changesAReportAndKeepsItToItself(far)
	fmt.Println("go: all is well")
}

func report(title string, longitude, severity float64) *reports.SubmitReportRequest {
	analysis := reports.NewNewAnalysis()
	analysis.SetTitle(title)
	analysis.SetSeverity(severity)
	request := reports.NewSubmitReportRequest()
	request.SetLocation(*reports.NewGeoPoint("Point", []float64{longitude, 47.3766}))
	request.SetAnalyses([]reports.NewAnalysis{*analysis})
	return request
}

func submit(request *reports.SubmitReportRequest) *reports.ReportResponse {
	return must(me.ReportsAPI.SubmitReport(ctx).SubmitReportRequest(*request).Execute())
}

func reportsThreeTimes() (one, two, far *reports.ReportResponse) {
	first := report("Tiles fall from the roof of the market hall", 8.5412, 0.9)
	first.SetExternalId(name)
	one = submit(first)
	expect(submit(first).ReportId, one.ReportId)
	two = submit(report("Tiles fell beside the entrance of the market hall", 8.5413, 0.8))
	return one, two, submit(report("A bench is painted yellow", 8.5912, 0.2))
}

func findsWhatBelongsTogether(one, two, far *reports.ReportResponse) {
	scope := reports.AnalyzeScopeRequest{ReportIds: []string{far.ReportId, two.ReportId, one.ReportId}}
	analysis := must(me.ClustersAPI.AnalyzeScope(ctx).AnalyzeScopeRequest(scope).Execute())
	expect(analysis.Stats.ReportCount, int32(3))
	together := analysis.Hypotheses[0]
	expect(together.ReportSeqs, []int32{one.Seq, two.Seq})
	expect(slices.Contains(together.Rationale, "shared incident language"), true)
}

func opensACase(one, two *reports.ReportResponse) string {
	request := reports.NewOpenCaseRequest("The market hall")
	request.SetReportIds([]string{one.ReportId})
	opened := must(me.DossiersAPI.OpenCaseFromReports(ctx).OpenCaseRequest(*request).Execute())
	link := reports.NewLinkReportsRequest([]string{two.ReportId})
	link.SetReason("seen")
	linked := must(me.DossiersAPI.LinkReports(ctx, opened.CaseId).LinkReportsRequest(*link).Execute())
	expect([]int32{linked.Linked, linked.Total}, []int32{1, 2})
	page := must(me.DossiersAPI.ListLinkedReports(ctx, opened.CaseId).Limit(1).Execute())
	rest := must(me.DossiersAPI.ListLinkedReports(ctx, opened.CaseId).Limit(1).Cursor(*page.NextCursor).Execute())
	expect([]int32{page.Reports[0].Seq, rest.Reports[0].Seq}, []int32{one.Seq, two.Seq})
	return opened.CaseId
}

func showsTwoCasesAsOneAndAsTwoAgain(caseID string) {
	request := *reports.NewOpenCaseRequest("The same roof")
	other := must(me.DossiersAPI.OpenCaseFromReports(ctx).OpenCaseRequest(request).Execute())
	merge := *reports.NewMergeCasesRequest([]string{other.CaseId})
	merged := must(me.DossiersAPI.MergeCases(ctx, caseID).MergeCasesRequest(merge).Execute())
	expect(merged.MergedFrom, []string{other.CaseId})
	unmerge := me.DossiersAPI.UnmergeCase(ctx, caseID).UnmergeCaseRequest(*reports.NewUnmergeCaseRequest(other.CaseId))
	expect(len(must(unmerge.Execute()).MergedFrom), 0)
	expect(problem(unmerge.Execute()).Code, "NOT_MERGED")
}

func changesAReportAndKeepsItToItself(far *reports.ReportResponse) {
	change := reports.NewUpdateReportRequest()
	change.SetStatus(reports.REPORTSTATUS_RESOLVED)
	change.SetVisibility(reports.REPORTVISIBILITY_PRIVATE)
	changed := must(me.ReportsAPI.UpdateReport(ctx, far.ReportId).UpdateReportRequest(*change).Execute())
	expect(changed.Status, reports.REPORTSTATUS_RESOLVED)
	hidden := problem(connect(name+"-2").ReportsAPI.GetReport(ctx, far.ReportId).Execute())
	expect(hidden.Code, "REPORT_NOT_FOUND")
}

func must[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Panic(err)
	}
	return answer
}

func problem[T any](_ T, _ *http.Response, err error) *reports.Problem {
	refusal := reports.AsProblem(err)
	if refusal == nil {
		log.Panicf("not refused with a problem: %v", err)
	}
	return refusal
}

func expect(seen, expected any) {
	if !reflect.DeepEqual(seen, expected) {
		log.Panicf("%v instead of %v", seen, expected)
	}
}
