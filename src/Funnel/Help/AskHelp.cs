using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>Asks a person, a department or everybody for help, mostly for a customer.</summary>
internal static class AskHelp
{
    private const int MostChoices = 200;

    public sealed record Input
    {
        /// <summary>What is needed.</summary>
        [StringLength(300)]
        public string? What { get; init; }

        /// <summary><c>Expert</c>, <c>Hand</c> or <c>Rescue</c>.</summary>
        public HelpKind? Kind { get; init; }

        /// <summary>The deal it is for.</summary>
        public Guid? DealId { get; init; }

        /// <summary>The customer by name, or by <see cref="AccountId"/>, where it is for no deal.</summary>
        [StringLength(200)]
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }
        public DateOnly? NeededOn { get; init; }

        /// <summary>Minutes to closing.</summary>
        [Range(1, 1_440)]
        public int? Minutes { get; init; }

        /// <summary>Minutes on the road between whoever can help and the customer.</summary>
        [Range(1, 1_440)]
        public int? Away { get; init; }

        /// <summary>The same in rush hour.</summary>
        [Range(1, 1_440)]
        public int? AwayInRush { get; init; }

        /// <summary>Who is asked; or the department, or nobody in particular.</summary>
        public Guid? PersonId { get; init; }
        public Guid? TeamId { get; init; }

        /// <summary>Anybody may step in where they cannot; at a rescue at once.</summary>
        public bool Anybody { get; init; }
    }

    public sealed record Asked
    {
        public Guid? DealId { get; init; }
        public Guid? AccountId { get; init; }
        public Guid? PersonId { get; init; }
        public HelpKind? Kind { get; init; }
    }

    /// <summary>Shows the form.</summary>
    public static async Task<Outcome<NewHelpView>> Form(Asked input, AppDb db, CancellationToken ct)
    {
        var deal = input.DealId is { } id ? await db.Opportunities.Where(o => o.Id == id).Select(o => new { o.Id, o.Name, o.AccountId }).SingleOrDefaultAsync(ct) : null;
        if (input.DealId is not null && deal is null) return Outcome.Missing;
        var account = deal?.AccountId ?? input.AccountId;
        var me = db.Viewer.PersonId;
        return new NewHelpView
        {
            DealId = deal?.Id, Deal = deal?.Name, AccountId = account, Account = await db.AccountRows().Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(ct), PersonId = input.PersonId, Kind = input.Kind ?? HelpKind.Expert,
            People = [.. (await db.PersonRows().Where(p => p.IsHere && p.Id != me).OrderBy(p => p.FoldedName).ThenBy(p => p.Id).Take(MostChoices).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))],
            Teams = [.. (await db.TeamRows().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MostChoices).Select(t => new { t.Id, t.Name }).ToListAsync(ct)).Select(t => new Choice(t.Id.ToString(), t.Name))],
        };
    }

    public static async Task<Outcome<HelpView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var deal = input.DealId is { } id ? await db.Opportunities.Where(o => o.Id == id).Select(o => new { o.Id, o.AccountId, o.Currency }).SingleOrDefaultAsync(ct) : null;
        if (input.DealId is not null && deal is null) return Outcome.Missing;
        var (standing, me) = (await Standing.ReadAsync(db, clock, ct), db.Viewer.PersonId);
        var (named, wrong) = deal is not null || input.Account is null ? (null, null) : await NamedAccount.FindAsync(db, input.Account, input.AccountId, add: false, ct);
        var account = deal is not null ? deal.AccountId : named ?? (input.Account is null ? input.AccountId : null);
        var problems = (wrong ?? new Problems())
            .AddIf(string.IsNullOrWhiteSpace(input.What), "What", T("What do you need?"))
            .AddIf(input.NeededOn < standing.Today, "NeededOn", T("This day is over."))
            .AddIf(input.PersonId is not null && input.TeamId is not null, "TeamId", T("Ask one person or one department, not both: else each waits for the other."))
            .AddIf(input.AwayInRush < input.Away, "AwayInRush", T("In rush hour it takes no less than else."))
            .AddIf(input.PersonId == me, "PersonId", T("That would be asking yourself."));
        if (deal is null && named is null && account is { } given && !await NamedAccount.IsThereAsync(db, given, ct)) problems.Add("Account", T("This account is not here."));
        var asked = input.PersonId is { } person ? await db.PersonRows().Where(p => p.Id == person && p.IsHere).Select(p => new { p.TeamId }).SingleOrDefaultAsync(ct) : null;
        problems.AddIf(input.PersonId is not null && asked is null, "PersonId", T("Choose someone who is here."))
            .AddIf(input.TeamId is { } team && !await db.TeamRows().AnyAsync(t => t.Id == team, ct), "TeamId", T("There is no such department."));
        if (problems.Any) return Outcome.Invalid(problems);
        var request = new HelpRequest
        {
            OwnerId = me, Kind = input.Kind ?? HelpKind.Expert, What = input.What!.Trim(), OpportunityId = deal?.Id, AccountId = account, NeededOn = input.NeededOn, Minutes = input.Minutes, Away = input.Away, AwayInRush = input.AwayInRush, ToPersonId = input.PersonId, ToTeamId = input.TeamId,
            DepartmentId = input.TeamId ?? asked?.TeamId, Anybody = input.Anybody || input.PersonId is null && input.TeamId is null, State = HelpState.Waiting, AskedAt = clock.GetUtcNow().UtcDateTime, Currency = deal?.Currency ?? (await db.TenantAsync(ct)).Currency,
        };
        db.Add(request);
        await db.SaveChangesAsync(ct);
        return (await HelpView.OneAsync(db, request.Id, ct))!;
    }

    public static async Task<Outcome<HelpView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var asked = await Do(input, db, clock, ct);
        return asked.View is { } request ? Outcome.Done(request).Saying(string.Join(" ", new[] { T("Asked: {0}", HelpWords.To(request)), HelpWords.TooFar(request, clock.GetUtcNow().UtcDateTime) }.OfType<string>()), $"/requests/{request.Id}/removals") : asked.No;
    }
}

/// <summary>What the form starts with.</summary>
public sealed record NewHelpView
{
    public Guid? DealId { get; init; }
    public string? Deal { get; init; }
    public Guid? AccountId { get; init; }
    public string? Account { get; init; }
    public Guid? PersonId { get; init; }
    public HelpKind Kind { get; init; }
    public IReadOnlyList<Choice> People { get; init; } = [];
    public IReadOnlyList<Choice> Teams { get; init; } = [];
}
