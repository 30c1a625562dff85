using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>Notes what a customer agreed to, and says later whether they kept it: what was sent, the rest stays.</summary>
internal static class NoteAgreement
{
    public const int Most = 60;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal where one is noted, the agreement where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What they agreed to do.</summary>
        [StringLength(300)]
        public string? Text { get; init; }

        /// <summary>How much it asks of them.</summary>
        public LadderRung? Rung { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? AgreedOn { get; init; }

        /// <summary>By when they do it.</summary>
        public DateOnly? DueOn { get; init; }

        /// <summary>The contact of the account who agreed.</summary>
        public Guid? By { get; init; }

        /// <summary>How it was asked for, by the key of a way.</summary>
        [StringLength(60)]
        public string? Way { get; init; }

        /// <summary>Whether they did it; open where nothing is said.</summary>
        public bool? Kept { get; init; }

        /// <summary>Where one comes back to; the ladder where nothing is said.</summary>
        public string? Back { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<AgreementView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var agreement = new DealAgreement { OpportunityId = deal!.Id, Text = input.Text?.Trim() ?? "", Rung = input.Rung ?? LadderRung.Answer, SaidOn = input.AgreedOn ?? today, DueOn = input.DueOn, ById = input.By, Way = Said(input.Way), Kept = input.Kept, KeptOn = input.Kept is null ? null : today, SaidById = db.Viewer.PersonId };
        var problems = await WrongAsync(db, agreement, today, deal.AccountId, agreement.ById is not null, agreement.Way is not null, ct);
        problems.AddIf(input.Rung is null, "Rung", T("Please fill this in."));
        problems.AddIf(await db.DealAgreements.CountAsync(a => a.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} agreements already.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(agreement);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, agreement.Id, ct);
    }

    public static async Task<Outcome<LadderSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } agreement ? Outcome.Done(new LadderSaved(input.Id)).Saying(T("Agreed: {0}", agreement.Text), $"/agreements/{agreement.Id}/removals") : noted.No;
    }

    public static async Task<Outcome<AgreementView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAgreements.SingleOrDefaultAsync(a => a.Id == input.Id, ct) is not { } agreement) return Outcome.Missing;
        var (deal, no) = await db.OpportunityForChangeAsync(agreement.OpportunityId, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var merge = await db.MergeAsync(agreement, input.Version == 0 ? agreement.Version : input.Version, ct);
        var (who, way) = (agreement.ById, agreement.Way);
        var empty = new Problems().AddIf(input.Has("Rung") && input.Rung is null, "Rung", T("Please fill this in.")).AddIf(input.Has("AgreedOn") && input.AgreedOn is null, "AgreedOn", T("Please fill this in."));
        if (empty.Any) return Outcome.Invalid(empty);
        if (input.Has("Text")) agreement.Text = merge.Take("Text", agreement.Text, input.Text?.Trim() ?? "");
        if (input.Has("Rung")) agreement.Rung = merge.Take("Rung", agreement.Rung, input.Rung!.Value);
        if (input.Has("AgreedOn")) agreement.SaidOn = merge.Take("SaidOn", agreement.SaidOn, input.AgreedOn!.Value);
        if (input.Has("DueOn")) agreement.DueOn = merge.Take("DueOn", agreement.DueOn, input.DueOn);
        if (input.Has("By")) agreement.ById = merge.Take("ById", agreement.ById, input.By);
        if (input.Has("Way")) agreement.Way = merge.Take("Way", agreement.Way, Said(input.Way));
        if (input.Has("Kept")) agreement.Kept = merge.Take("Kept", agreement.Kept, input.Kept);
        if (input.Has("Kept")) agreement.KeptOn = agreement.Kept is null ? null : today;
        var problems = await WrongAsync(db, agreement, today, deal!.AccountId, agreement.ById is not null && agreement.ById != who, agreement.Way is not null && agreement.Way != way, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, agreement.Id, ct);
    }

    public static async Task<Outcome<LadderSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var before = await db.DealAgreements.Where(a => a.Id == input.Id).Select(a => new { a.OpportunityId, a.Kept }).SingleOrDefaultAsync(ct);
        var changed = await Change(input, db, clock, ct);
        return changed.View is not null ? Outcome.Done(new LadderSaved(before!.OpportunityId) { Back = input.Back }).Saying(input.Kept is true ? T("{0}: done.", changed.View.Text) : T("It is saved."), input.Kept is true && before.Kept is not true ? $"/agreements/{input.Id}?kept={(before.Kept is false ? "false" : null)}".With("back", input.Back) : null) : changed.No;
    }

    private static Task<AgreementView> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.DealAgreements.AsNoTracking().Where(a => a.Id == id).Select(ShowLadder.Reading(db)).Seen(db).SingleAsync(ct);

    private static async Task<Problems> WrongAsync(AppDb db, DealAgreement agreement, DateOnly today, Guid? account, bool asksWho, bool asksWay, CancellationToken ct)
    {
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(agreement.Text), "Text", T("What did they agree to do?")).AddIf(agreement.DueOn < agreement.SaidOn, "DueOn", T("This is before they agreed."));
        FieldRules.Day(problems, "AgreedOn", agreement.SaidOn, today);
        if (asksWho) problems.AddIf(!await db.IsOfAccountAsync(agreement.ById!.Value, account, ct), "By", T("Choose a contact of the deal's account."));
        if (asksWay) problems.AddIf(!(await ReviewCodes.ReadAsync(db, ct)).Any(c => c.Kind is ReviewCodeKind.Closing && c.Key == agreement.Way && !c.IsRetired), "Way", T("There is no such way here."));
        return problems;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Takes an agreement off, and brings it back.</summary>
internal static class RemoveAgreement
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<LadderSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(db, db.DealAgreements, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<LadderSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(db, db.RowsWithRemoved<DealAgreement>(), input.Id, null, ct);

    private static async Task<Outcome<LadderSaved>> SetAsync(AppDb db, IQueryable<DealAgreement> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } agreement) return Outcome.Missing;
        if ((await db.OpportunityForChangeAsync(agreement.OpportunityId, ct)).No is { } no) return no;
        agreement.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new LadderSaved(agreement.OpportunityId)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/agreements/{id}/restorations");
    }
}
