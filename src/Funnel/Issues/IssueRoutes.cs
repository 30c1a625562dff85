using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>What issues and proposals bring to the module: services, places and addresses.</summary>
internal static class IssueRoutes
{
    public static IServiceCollection AddIssues(this IServiceCollection services) => services.AddSingleton<IErase, IssueErasing>().AddSingleton<IPersonData, IssueData>().AddSingleton<IPersonData, LeadIssueData>()
        .AddSingleton<IErase, TalkRatingErasing>().AddSingleton<IPersonData, TalkRatingData>().AddSingleton<IPersonData, ContactTalkRatingData>().AddSingleton<IPersonData, LeadTalkRatingData>()
        .AddSingleton(new LookName(ShowIssuesFirst.Look, () => T("Issue before proposal: how often you ask first")))
        .AddSingleton<IExported>(new Exported<DealIssue>(Kinds.DealIssue, "issues-of-deals", 55, () => T("What customers want solved")))
        .AddSingleton<IExported>(new Exported<TalkRating>(Kinds.TalkRating, "levels-of-talks", 58, () => T("What talks were about")) { Rows = Shown })
        .AddSingleton<IExported>(new Exported<Proposal>(Kinds.Proposal, "proposals", 56, () => T("Proposals")) { Money = new Dictionary<string, string?> { [nameof(Proposal.Amount)] = nameof(Proposal.Currency) } });

    // A talk that is shown to nobody else does not go along, nor does what it was about.
    private static IQueryable<TalkRating> Shown(AppDb db)
    {
        var talks = db.Touches();
        return db.Rows<TalkRating>().Where(r => talks.Any(t => t.Id == r.InteractionId && !t.IsHidden));
    }

    public static NavigationPlace Place => new(93, () => T("Issue before proposal"), "/issues-first", "messages-square", Permission.SeeFunnel) { In = PlaceIn.Menu };

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<IssuesPage>("/opportunities/{id:guid}/issues", ShowIssues.Do);
        edits.Act("/opportunities/{id:guid}/issues", NoteIssue.OnPage, (IssueSaved done) => done.Url).Redraws<IssuesPage>(ShowIssues.Do);
        edits.Act("/deal-issues/{id:guid}", NoteIssue.ChangeOnPage, (IssueSaved done) => done.Url).Redraws<IssuesPage>(ShowIssues.Again);
        edits.Act("/deal-issues/{id:guid}/removals", RemoveIssue.Do, (IssueSaved done) => done.Url);
        edits.Act("/deal-issues/{id:guid}/restorations", RemoveIssue.Restore, (IssueSaved done) => done.Url);
        edits.Act("/opportunities/{id:guid}/proposals", RecordProposal.OnPage, (IssueSaved done) => done.Url + "#proposals").Redraws<IssuesPage>(ShowIssues.Do);
        edits.Act("/proposals/{id:guid}/removals", RemoveProposal.Do, (IssueSaved done) => done.Url + "#proposals");
        edits.Act("/proposals/{id:guid}/restorations", RemoveProposal.Restore, (IssueSaved done) => done.Url + "#proposals");
        sees.Show<DiscoveryPage>("/opportunities/{id:guid}/discovery", ShowDiscovery.Do);
        edits.Act("/opportunities/{id:guid}/talks", NoteTalk.OnPage, (IssueSaved done) => $"/opportunities/{done.Deal}/discovery").Redraws<DiscoveryPage>(ShowDiscovery.Do);
        edits.Act("/opportunities/{id:guid}/talks/{talk:guid}/levels", RateTalk.OnPage, (IssueSaved done) => $"/opportunities/{done.Deal}/discovery#talks").Redraws<DiscoveryPage>(ShowDiscovery.Do);
        sees.Show<IssuesFirstPage>("/issues-first", ShowIssuesFirst.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/issues", ShowIssues.Do);
        edits.Act("/opportunities/{id:guid}/issues", NoteIssue.Do, status: 201);
        edits.Patch("/deal-issues/{id:guid}", NoteIssue.Change);
        edits.Delete("/deal-issues/{id:guid}", RemoveIssue.Do);
        edits.Act("/deal-issues/{id:guid}/restorations", RemoveIssue.Restore);
        edits.Act("/opportunities/{id:guid}/proposals", RecordProposal.Do, status: 201);
        edits.Delete("/proposals/{id:guid}", RemoveProposal.Do);
        edits.Act("/proposals/{id:guid}/restorations", RemoveProposal.Restore);
        edits.Act("/opportunities/{id:guid}/talks", NoteTalk.Do, status: 201);
        sees.Show("/opportunities/{id:guid}/talks", ShowDiscovery.Read);
        edits.Act("/opportunities/{id:guid}/talks/{talk:guid}/levels", RateTalk.Do);
        sees.Show("/issues-first", ShowIssuesFirst.Do);
    }
}
