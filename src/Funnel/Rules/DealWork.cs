using System.Diagnostics.CodeAnalysis;
using Coxswain.Customers;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Strategy;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Rules;

/// <summary>How far the work on a deal is: what they want solved, what was proposed, meetings and what is planned for them, and how we go into it.</summary>
internal sealed record DealWork
{
    /// <summary>A meeting so long ago is not asked for any more.</summary>
    private const int AskedFor = 60;

    public static DealWork Nothing { get; } = new();

    /// <summary>What they want solved, as far as it is understood.</summary>
    public IReadOnlyList<WorkIssue> Issues { get; init; } = [];

    /// <summary>When proposals were sent, the latest first.</summary>
    public IReadOnlyList<(Guid Id, DateOnly On)> Proposals { get; init; } = [];

    /// <summary>Planned meetings, the first one first.</summary>
    public IReadOnlyList<WorkMeeting> Meetings { get; init; } = [];

    /// <summary>How we go into it; null while nobody said.</summary>
    public WorkFormation? Formation { get; init; }

    /// <summary>Where they were in buying as it was said over time, the earliest first: 1 not looking to 4 deciding.</summary>
    public IReadOnlyList<(Guid Id, DateOnly On, int Status)> Statuses { get; init; } = [];

    /// <summary>When they had a new leader, or merged, the latest first.</summary>
    public IReadOnlyList<(Guid Id, DateOnly On)> Upheavals { get; init; } = [];

    /// <summary>With whom we are in touch about it and who has no part in it, by name.</summary>
    public IReadOnlyList<string> Bystanders { get; init; } = [];

    /// <summary>What each of them is called, by contact.</summary>
    public IReadOnlyDictionary<Guid, string> BystanderNames { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What was agreed with them for a day, by them or on the plan we share.</summary>
    public IReadOnlyList<WorkDue> Promised { get; init; } = [];

    /// <summary>Of that, what is due by a day and of which nothing says that it was done, the oldest first.</summary>
    public IReadOnlyList<WorkDue> Due(DateOnly day) => [.. Promised.Where(a => a.DueOn <= day && !(a.SettledOn <= day)).OrderBy(a => a.DueOn)];

    /// <summary>What was answered of whether its account and the deal are whom we want, the latest first.</summary>
    public IReadOnlyList<FitAnswerLine> Answers { get; init; } = [];

    /// <summary>What is asked for that; null while nobody said whom we want.</summary>
    public FitEdition? Profile { get; init; }

    /// <summary>How far it fits; null where nothing asks, or there is nobody to ask of.</summary>
    public FitScore? Fit(OpportunityView deal) => Profile is null ? null : FitReading.OfDeal(Profile, deal, FitReading.Questions(Profile, Answers, ofDeal: true));

    /// <summary>Where they were in buying when we first knew; null is unknown.</summary>
    public int? FirstStatus => Statuses is [var (_, _, first), ..] ? first : null;

    /// <summary>The meeting that is asked about, where it is not the next one.</summary>
    public Guid? ShownId { get; init; }

    public int Confirmed => Issues.Count(i => i.ConfirmedOn is not null);

    /// <summary>The next planned meeting, or the one that is asked about; null where none is planned.</summary>
    public WorkMeeting? Meeting(DateOnly day) => ShownId is { } shown ? Meetings.FirstOrDefault(m => m.Id == shown) : Meetings.FirstOrDefault(m => m.On >= day && !m.IsTold);

    /// <summary>The first meeting that is over and of which nobody told how it went.</summary>
    public WorkMeeting? Untold(DateOnly day) => Meetings.FirstOrDefault(m => m.On < day && m.On >= day.AddDays(-AskedFor) && !m.IsTold);

    /// <summary>What of theirs nobody speaks about in a meeting.</summary>
    public IReadOnlyList<WorkIssue> Unsaid(WorkMeeting meeting) => [.. Issues.Where(i => meeting.Says.All(l => l.IssueId != i.Id))];

    /// <summary>What of theirs two of us speak about in a meeting, each in other words.</summary>
    public IReadOnlyList<WorkIssue> Twice(WorkMeeting meeting) => [.. Issues.Where(i => meeting.Says.Where(l => l.IssueId == i.Id).Select(l => l.Text).Distinct(StringComparer.CurrentCultureIgnoreCase).Count() > 1)];

    /// <summary>What was known of it by a day. Plans of meetings are taken as they are now, from the day on that they were made.</summary>
    public DealWork At(DateOnly day) => this with
    {
        Issues = [.. Issues.Where(i => i.On <= day && Known(i.Id, day)).Select(i => i.ConfirmedOn > day ? i with { ConfirmedOn = null } : i)], Proposals = [.. Proposals.Where(p => p.On <= day && Known(p.Id, day))],
        Meetings = [.. Meetings.Where(m => Known(m.Id, day)).Select(m => m with { IsTold = m.ToldOn <= day, Lines = [.. m.Lines.Where(l => Known(l.Id, day))] })], Formation = Formation?.On <= day ? Formation : null, Statuses = [.. Statuses.Where(s => s.On <= day && Known(s.Id, day))], Upheavals = [.. Upheavals.Where(u => u.On <= day && Known(u.Id, day))], Promised = [.. Promised.Where(a => Known(a.Id, day))], Answers = [.. Answers.Where(a => a.On <= day && Known(a.Id, day))],
    };

    /// <summary>Out of the rows of one deal, and the profile of whom we want.</summary>
    public static DealWork Of(IEnumerable<FactLine> rows, FitEdition? profile)
    {
        var lines = rows.ToLookup(l => l.Sort);
        var (told, planned) = (lines[FactSort.Debrief].GroupBy(l => l.Of).ToDictionary(g => g.Key, g => g.Min(l => l.Then)), lines[FactSort.MeetingLine].ToLookup(l => l.Of));
        return new()
        {
            Issues = [.. lines[FactSort.Issue].OrderBy(l => l.Then is null).ThenBy(l => l.Id).Select(l => new WorkIssue(l.Id, l.Text!, l.On!.Value, l.Then))],
            Statuses = [.. lines[FactSort.Status].OrderBy(l => l.Then).ThenBy(l => l.Id).Select(l => (l.Id, l.Then!.Value, l.Number!.Value))],
            Upheavals = [.. lines[FactSort.Upheaval].OrderByDescending(l => l.Then).Select(l => (l.Id, l.Then!.Value))],
            Promised = [.. lines[FactSort.Due].OrderBy(l => l.Id).Select(l => new WorkDue(l.Id, l.Text!, l.Then!.Value, l.On, (WorkDueSort)l.Number!.Value))],
            Profile = profile, Answers = [.. lines[FactSort.Fit].OrderByDescending(l => l.Then).ThenByDescending(l => l.Id).Select(l => new FitAnswerLine(l.Id, l.Text!, l.Text!, (FitSaid)l.Number!.Value, null, l.Then!.Value, null, profile?.Number ?? 0))],
            BystanderNames = lines[FactSort.Bystander].DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => l.Text!),
            Bystanders = [.. lines[FactSort.Bystander].Select(l => l.Text!).Order(StringComparer.CurrentCultureIgnoreCase)],
            Proposals = [.. lines[FactSort.Proposal].OrderByDescending(l => l.Then).Select(l => (l.Id, l.Then!.Value))],
            Meetings = [.. lines[FactSort.Meeting].OrderBy(l => l.Then).ThenBy(l => l.Id).Select(l => new WorkMeeting(l.Id, l.Then!.Value, (MeetingAgreed)(l.Number!.Value & HowAgreed), Is(l, HasSteps), told.GetValueOrDefault(l.Id))
            {
                Undated = Steps(l, BestUndated, LeastUndated), TooEarly = Steps(l, BestTooEarly, LeastTooEarly), IsTrusted = !Is(l, Untrusted), IsSent = !Is(l, Unsent),
                Lines = [.. planned[l.Id].OrderBy(p => p.Id).Select(p => new WorkLine(p.Id, (MeetingLineKind)p.Number!.Value, p.Step, p.Text!, p.More is not null, p.Amount > 0))],
            })],
            Formation = lines[FactSort.Formation].Select(l => new WorkFormation(l.Then!.Value, l.Number!.Value / Fives == 0 ? null : l.Number.Value / Fives, l.Number.Value % Fives)).FirstOrDefault(),
        };
    }

    /// <summary>The rows it is made of but for what is planned within meetings, for a statement that reads others with them.</summary>
    [SuppressMessage("Maintainability", "CA1502", Justification = "Answers are packed into numbers, since rows read together have the same columns.")]
    public static IQueryable<FactLine> Rows(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var issues = db.DealIssues.Where(i => ids.Contains(i.OpportunityId)).Select(i => new FactLine { Sort = FactSort.Issue, Deal = i.OpportunityId, Id = i.Id, Of = i.Id, Step = i.Id, On = i.UnderstoodOn, Then = i.ConfirmedOn, Text = i.Text, More = null, Place = null, Number = i.Version, Amount = (long?)i.Version });
        var proposals = db.Proposals.Where(p => ids.Contains(p.OpportunityId)).Select(p => new FactLine { Sort = FactSort.Proposal, Deal = p.OpportunityId, Id = p.Id, Of = p.Id, Step = p.Id, On = p.SentOn, Then = p.SentOn, Text = null, More = null, Place = null, Number = p.Version, Amount = (long?)p.Version });
        var meetings = db.MeetingPlans.Where(m => ids.Contains(m.OpportunityId)).Select(m => new FactLine { Sort = FactSort.Meeting, Deal = m.OpportunityId, Id = m.Id, Of = m.Id, Step = m.Id, On = m.On, Then = m.On, Text = m.Best, More = m.Least, Place = null, Number = (m.AgreedOn == null ? (int)MeetingAgreed.Not : m.AgreedHow == Agreed.InWriting ? (int)MeetingAgreed.InWriting : m.AgreedOn >= m.On ? (int)MeetingAgreed.Late : (int)MeetingAgreed.Together) + (m.Best != null && m.Least != null ? HasSteps : 0) + (m.Best != null && m.BestBy == null ? BestUndated : 0) + (m.Least != null && m.LeastBy == null ? LeastUndated : 0) + (m.BestBy < m.On ? BestTooEarly : 0) + (m.LeastBy < m.On ? LeastTooEarly : 0) + (m.Credibility == null || m.Credibility == Credibility.None ? Untrusted : 0) + (m.AgendaSentOn == null ? Unsent : 0), Amount = (long?)m.Version });
        var told = db.Debriefs.Where(d => ids.Contains(d.OpportunityId) && d.MeetingPlanId != null).Select(d => new FactLine { Sort = FactSort.Debrief, Deal = d.OpportunityId, Id = d.Id, Of = d.MeetingPlanId!.Value, Step = d.Id, On = d.ToldOn, Then = d.ToldOn, Text = null, More = null, Place = null, Number = d.Version, Amount = (long?)d.Version });
        var formations = db.DealFormations.Where(f => ids.Contains(f.OpportunityId)).Select(f => new FactLine { Sort = FactSort.Formation, Deal = f.OpportunityId, Id = f.Id, Of = f.Id, Step = f.Id, On = f.SaidOn, Then = f.SaidOn, Text = null, More = null, Place = null, Number = (f.Forward == null ? 0 : f.Forward * Fives) + (f.Condition <= 2 ? 1 : 0) + (f.Climate <= 2 ? 2 : 0) + (f.WellBeing <= 2 ? 4 : 0) + (f.TeamSpirit <= 2 ? 8 : 0) + (f.Collaboration <= 2 ? 16 : 0), Amount = (long?)f.Version });
        var statuses = db.PursuitSayings.Where(s => ids.Contains(s.OpportunityId) && s.Field == PursuitField.Status && s.Value != null).Select(s => new FactLine { Sort = FactSort.Status, Deal = s.OpportunityId, Id = s.Id, Of = s.Id, Step = s.Id, On = s.On, Then = s.On, Text = null, More = null, Place = null, Number = s.Value, Amount = (long?)s.Version });
        var (deals, upheavals) = (db.Opportunities, db.Upheavals());
        var changes = deals.Where(o => ids.Contains(o.Id)).Join(upheavals, o => o.AccountId, u => (Guid?)u.AccountId, (o, u) => new FactLine { Sort = FactSort.Upheaval, Deal = o.Id, Id = u.Id, Of = u.Id, Step = u.Id, On = u.On, Then = u.On, Text = null, More = null, Place = null, Number = u.Version, Amount = (long?)u.Version });
        var met = deals.Where(o => ids.Contains(o.Id)).Join(db.Bystanders(ids), o => o.Id, b => b.DealId, (o, b) => new FactLine { Sort = FactSort.Bystander, Deal = o.Id, Id = b.ContactId, Of = b.ContactId, Step = b.ContactId, On = o.OpenedOn, Then = o.OpenedOn, Text = b.Name, More = null, Place = null, Number = o.Version, Amount = (long?)o.Version });
        var agreed = db.DealAgreements.Where(a => ids.Contains(a.OpportunityId) && a.DueOn != null).Select(a => new FactLine { Sort = FactSort.Due, Deal = a.OpportunityId, Id = a.Id, Of = a.Id, Step = a.Id, On = a.KeptOn, Then = a.DueOn, Text = a.Text, More = null, Place = null, Number = (int)WorkDueSort.Agreed, Amount = a.KeptOn != null ? 1L : 0L });
        // What is a task of the deal's owner and asked for by that day stands among those.
        var tasks = db.TasksAbout(Kinds.Opportunity);
        var shared = db.SharedSteps.Where(s => ids.Contains(s.OpportunityId) && s.DueOn != null && !tasks.Any(t => t.Id == s.TaskId && (t.DoneAt != null || t.DueOn <= s.DueOn && deals.Any(o => o.Id == s.OpportunityId && o.OwnerId == t.OwnerId)))).Select(s => new FactLine { Sort = FactSort.Due, Deal = s.OpportunityId, Id = s.Id, Of = s.Id, Step = s.Id, On = s.DoneOn, Then = s.DueOn, Text = s.Title, More = null, Place = null, Number = s.Side == SharedSide.Ours ? (int)WorkDueSort.Ours : (int)WorkDueSort.Theirs, Amount = s.DoneOn != null ? 1L : 0L });
        var answers = db.FitAnswers.Join(db.FitCriteria, a => a.FitCriterionId, c => c.Id, (a, c) => new { a.Id, a.AccountId, a.OpportunityId, a.On, Said = a.Said == FitSaid.Yes ? (int)FitSaid.Yes : a.Said == FitSaid.No ? (int)FitSaid.No : (int)FitSaid.Unknown, a.Version, c.FoldedText });
        var theirs = deals.Where(o => ids.Contains(o.Id)).Join(answers, o => o.AccountId, a => a.AccountId, (o, a) => new FactLine { Sort = FactSort.Fit, Deal = o.Id, Id = a.Id, Of = a.Id, Step = a.Id, On = a.On, Then = a.On, Text = a.FoldedText, More = null, Place = null, Number = a.Said, Amount = (long?)a.Version });
        var ofDeal = answers.Where(a => a.OpportunityId != null && ids.Contains(a.OpportunityId.Value)).Select(a => new FactLine { Sort = FactSort.Fit, Deal = a.OpportunityId!.Value, Id = a.Id, Of = a.Id, Step = a.Id, On = a.On, Then = a.On, Text = a.FoldedText, More = null, Place = null, Number = a.Said, Amount = (long?)a.Version });
        return issues.Concat(proposals).Concat(meetings).Concat(told).Concat(formations).Concat(statuses).Concat(changes).Concat(met).Concat(agreed).Concat(shared).Concat(theirs).Concat(ofDeal);
    }

    /// <summary>The rows of what is planned within meetings.</summary>
    public static IQueryable<FactLine> Planned(AppDb db, IReadOnlyCollection<Guid> ids) =>
        db.MeetingLines.Where(l => ids.Contains(l.OpportunityId)).Select(l => new FactLine { Sort = FactSort.MeetingLine, Deal = l.OpportunityId, Id = l.Id, Of = l.MeetingPlanId, Step = l.DealIssueId, On = null, Then = null, Text = l.Text, More = l.Proof, Place = null, Number = l.Kind == MeetingLineKind.Says ? (int)MeetingLineKind.Says : l.Kind == MeetingLineKind.Gives ? (int)MeetingLineKind.Gives : l.Kind == MeetingLineKind.They || l.Kind == MeetingLineKind.We ? (int)MeetingLineKind.They : (int)MeetingLineKind.New, Amount = l.PersonId != null ? 1L : 0L });

    // Of a formation how far forward and what the team is short of, in one number.
    private const int Fives = 32;

    // Of a meeting how it was agreed, and a bit for each thing that is asked.
    private const int HowAgreed = 3, HasSteps = 4, BestUndated = 8, LeastUndated = 16, BestTooEarly = 32, LeastTooEarly = 64, Untrusted = 128, Unsent = 256;

    private static IReadOnlyList<string> Steps(FactLine line, int best, int least) => [.. new[] { Is(line, best) ? line.Text : null, Is(line, least) ? line.More : null }.OfType<string>()];

    private static bool Is(FactLine line, int bit) => (line.Number!.Value & bit) != 0;

    // What was written down later about that day was not known on it.
    private static bool Known(Guid id, DateOnly day) => DateOnly.FromDateTime(Keys.MomentOf(id)) <= day;
}

/// <summary>Something they want solved, and when one of them confirmed it.</summary>
internal sealed record WorkIssue(Guid Id, string Text, DateOnly On, DateOnly? ConfirmedOn);

/// <summary>Something agreed with them for a day.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">What.</param>
/// <param name="DueOn">By when.</param>
/// <param name="SettledOn">When it was seen to be done, or said not to be; null while it is open.</param>
/// <param name="Sort">Where it was agreed, and who does it.</param>
public sealed record WorkDue(Guid Id, string Text, DateOnly DueOn, DateOnly? SettledOn, WorkDueSort Sort);

/// <summary>Something the customer agreed to, or a step of the plan shared with them, which they or we take.</summary>
public enum WorkDueSort { Agreed, Theirs, Ours }

/// <summary>How those of us who go to a meeting agreed who says what; late is on the day itself.</summary>
internal enum MeetingAgreed { Not, Together, InWriting, Late }

/// <summary>A planned meeting.</summary>
/// <param name="Id">Its plan.</param>
/// <param name="On">Its day.</param>
/// <param name="Agreed">How we agreed who says what.</param>
/// <param name="HasSteps">The best and the least step wanted from them are said.</param>
/// <param name="ToldOn">When somebody told how it went.</param>
internal sealed record WorkMeeting(Guid Id, DateOnly On, MeetingAgreed Agreed, bool HasSteps, DateOnly? ToldOn)
{
    public bool IsTold { get; init; } = ToldOn is not null;

    /// <summary>Which of its two steps have no day, and which one before the meeting.</summary>
    public IReadOnlyList<string> Undated { get; init; } = [];
    public IReadOnlyList<string> TooEarly { get; init; } = [];

    /// <summary>Where they trust us from is known, and is somewhere.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Why to meet was sent to them.</summary>
    public bool IsSent { get; init; }

    /// <summary>What is planned in it; empty where nobody asked.</summary>
    public IReadOnlyList<WorkLine> Lines { get; init; } = [];

    public IEnumerable<WorkLine> Says => Lines.Where(l => l.Kind is MeetingLineKind.Says);

    public int Questions => Lines.Count(l => l.Kind is not (MeetingLineKind.Says or MeetingLineKind.Gives or MeetingLineKind.They));
}

/// <summary>A line of the plan of a meeting; questions are not told apart here.</summary>
internal sealed record WorkLine(Guid Id, MeetingLineKind Kind, Guid? IssueId, string Text, bool IsShown, bool HasPerson);

/// <summary>How we go into a deal: how far forward, from 1 to 5, and what the team is short of, a bit for each.</summary>
internal sealed record WorkFormation(DateOnly On, int? Forward, int Short)
{
    private static readonly string[] Fields = [nameof(FormationView.Condition), nameof(FormationView.Climate), nameof(FormationView.WellBeing), nameof(FormationView.TeamSpirit), nameof(FormationView.Collaboration)];

    /// <summary>What the team is short of, in words.</summary>
    public IReadOnlyList<string> ShortOf => [.. Fields.Where((_, i) => (Short & 1 << i) != 0).Select(FormationWords.Label)];
}
