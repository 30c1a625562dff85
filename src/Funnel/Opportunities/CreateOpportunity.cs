using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Adds an opportunity, owned by whoever adds it. A name is enough; the rest may be known later.</summary>
internal static class CreateOpportunity
{
    public sealed record Input
    {
        [Required, StringLength(200)]
        public string? Name { get; init; }

        /// <summary>Its account by name; or by <see cref="AccountId"/>.</summary>
        [StringLength(200)]
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }

        /// <summary>Adds the account where nobody has this name yet.</summary>
        public bool AddAccount { get; init; }
        public decimal? Amount { get; init; }

        /// <summary>ISO 4217; the organisation's where nothing is said.</summary>
        public string? Currency { get; init; }
        public DateOnly? CloseOn { get; init; }
        public Guid? Stage { get; init; }

        /// <summary>The organisation's own fields, by key.</summary>
        public CustomInput? Custom { get; init; }

        [StringLength(100)]
        public string? Source { get; init; }

        /// <summary>New business where nothing is said.</summary>
        public BusinessKind? Business { get; init; }
    }

    /// <summary>Added by another system: where it stands is taken as that says, and so it is noted.</summary>
    public static Task<Outcome<OpportunityView>> Stated(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => AddAsync(input, stated: true, db, clock, ct);

    public static Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => AddAsync(input, stated: false, db, clock, ct);

    private static async Task<Outcome<OpportunityView>> AddAsync(Input input, bool stated, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var currency = input.Currency?.ToUpperInvariant() ?? tenant.Currency;
        var (account, wrong) = input.AccountId is { } id && input.Account is null ? (id, null) : await NamedAccount.FindAsync(db, input.Account, input.AccountId, input.AddAccount, ct);
        var stage = await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null && (input.Stage == null || s.Id == input.Stage)).OrderBy(s => s.Position).FirstOrDefaultAsync(ct);
        var problems = (wrong ?? new Problems()).AddIf(stage is null, "Stage", T("There is no such open stage."));
        if (input.AccountId is { } given && account == given && !await NamedAccount.IsThereAsync(db, given, ct)) problems.Add("Account", T("This account is not here."));
        FieldRules.Amount(problems, input.Amount, currency);
        if (problems.Any) return Outcome.Invalid(problems);

        var opportunity = New(input, db.Viewer.PersonId, account, stage!, currency, clock.GetUtcNow().UtcDateTime, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today);
        opportunity.PriceListId = await DealPrice.UsualAsync(db, account, currency, ct);
        await CustomTaking.TakeAsync(db, Kinds.Opportunity, opportunity, input.Custom, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        await Segments.FollowAsync(db, [opportunity], opportunity.OpenedOn!.Value, ct);
        var begins = Beginning(opportunity, stage!, await Ways.ReadAsync(db, ct));
        if (begins.Unshown.FirstOrDefault(g => g.IsBinding) is { } gate) return Outcome.Invalid("Stage", T("No deal begins in {0} before something shows: {1}. Begin earlier, and say what they did.", stage!.Name, gate.Act));
        db.Add(opportunity);
        begins.Note(db, new MoveSaid(), stated, opportunity.OpenedOn!.Value);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is added.", opportunity.Name));
    }

    // Nothing shows of a deal that begins: beyond the first stage it has passed what lies before, and what no deal goes on without, none begins beyond either.
    private static Passage Beginning(Opportunity opportunity, Stages.Stage stage, Ways ways)
    {
        var way = ways.Of(opportunity.Id, opportunity.ProcessId, opportunity.FollowsSince);
        var first = way.Open(stage.Id).First().Stage;
        return new(opportunity.Id, first, stage, [.. Gates.PassedOver(first, stage, way)], [.. Gates.Between(first, stage, way)]) { Begins = true };
    }

    internal static Opportunity New(Input input, Guid owner, Guid? account, Stages.Stage stage, string currency, DateTime now, DateOnly today) => new()
    {
        Name = input.Name!, OwnerId = owner, AccountId = account, StageId = stage.Id, End = stage.End, Currency = currency, CloseOn = input.CloseOn, Source = input.Source, Business = input.Business ?? BusinessKind.NewBusiness,
        Amount = input.Amount is { } amount ? Minor.FromMajor(amount, currency) : null, OpenedOn = today, StageSince = now,
    };
}
