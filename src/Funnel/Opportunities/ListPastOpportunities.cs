using System.Globalization;
using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The list as it was on a past day, by what we believe now. To read only.</summary>
internal static class ListPastOpportunities
{
    public static async Task<Outcome<OpportunitiesView>> Do(ListRequest input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        if (!DateOnly.TryParseExact(input.Query["asOf"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > standing.Today) return Outcome.Refused(T("Choose a past day, written like 2026-03-31."));
        var request = ListOpportunities.Asked(input, db);
        var list = new ListOf<OpportunityState, OpportunityView>(db.Reaches.Fields, Kinds.Opportunity, Columns(day, await ListOpportunities.ChoicesAsync(db, ct)), Reading(db), "close");
        var states = db.StatesAt(Standing.EndOf(day)).AsNoTracking();
        if (request.Query["end"] is null && request.Query["all"] is null) states = states.Where(s => s.End == StageEnd.Open);
        var total = await FunnelTotal.OfAsync($"deals {request.Query.AsKey}", Priced(await list.MatchingAsync(db, states, request, ct), db), db, tenant.Currency, day, ct);
        var page = await list.PageAsync(db, states, request, ct, total.Count);
        frame.AsOf = DayNotice.Past(day, "/opportunities");
        return new OpportunitiesView
        {
            List = list.View(page, request, "/opportunities"),
            Total = page.Count == 0 ? null : total,
            Asked = request.Query,
            Mine = db.Viewer.PersonId.ToString(),
            PastDay = day,
            IsPast = true,
        };
    }

    private static IQueryable<AmountRow> Priced(IQueryable<OpportunityState> states, AppDb db)
    {
        var deals = db.Opportunities;
        return states.Select(s => new AmountRow
        {
            Amount = s.Amount, Currency = s.Currency,
            ClosedOn = s.End == StageEnd.Open ? null : deals.Where(o => o.Id == s.OpportunityId).Select(o => o.ClosedOn).FirstOrDefault(),
        }).Seen(db);
    }

    private static IReadOnlyList<ListColumn<OpportunityState, OpportunityView>> Columns(DateOnly day, OpportunityChoices choices) =>
    [
        new ListColumn<OpportunityState, OpportunityView, Guid>(s => s.OpportunityId) { Id = "name", Label = () => T("Deal"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.Name },
        new ListColumn<OpportunityState, OpportunityView, Guid>(s => s.OpportunityId) { Id = "account", Phone = OnPhone.Under, Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.AccountName ?? T("unknown") },
        new ListColumn<OpportunityState, OpportunityView, long?>(s => s.Amount) { Id = "amount", Phone = OnPhone.Side, Label = () => T("Amount"), Kind = ColumnKind.Money, Cell = o => MoneyText.Of(o.Minor, o.Currency), AsKey = text => text },
        new ListColumn<OpportunityState, OpportunityView, DateOnly?>(s => s.CloseOn) { Id = "close", Label = () => T("Decision by"), Kind = ColumnKind.Date, Cell = o => DayText.Short(o.CloseOn, day) },
        new ListColumn<OpportunityState, OpportunityView, Guid?>(s => s.StageId) { Id = "stage", Phone = OnPhone.Under, Label = () => T("Stage"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.StageName, Choices = choices.Stages },
        new ListColumn<OpportunityState, OpportunityView, Guid>(s => s.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.OwnerName, Choices = choices.Owners },
        new ListColumn<OpportunityState, OpportunityView, StageEnd>(s => s.End) { Id = "end", Label = () => T("Outcome"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = o => Words.End(o.End), Choices = Words.Ends },
    ];

    private static Expression<Func<OpportunityState, OpportunityView>> Reading(AppDb db)
    {
        var (deals, accounts, people, stages, unknown) = (db.Opportunities, db.AccountRows(), db.PersonRows(), db.Stages, T("not recorded"));
        return db.Seen<OpportunityState, OpportunityView>(s => new OpportunityView
        {
            Id = s.OpportunityId, Version = 0, AccountId = null, OwnerId = s.OwnerId, StageId = s.StageId ?? Guid.Empty, End = s.End, Category = s.Category, Minor = s.Amount, Currency = s.Currency,
            CloseOn = s.CloseOn, OpenedOn = null, ClosedOn = null, Source = null, ClosedBecause = null, StageSince = null,
            Name = deals.Where(o => o.Id == s.OpportunityId).Select(o => o.Name).First(),
            AccountName = accounts.Where(a => a.Id == deals.Where(o => o.Id == s.OpportunityId).Select(o => o.AccountId).FirstOrDefault()).Select(a => a.Name).FirstOrDefault(),
            OwnerName = people.Where(p => p.Id == s.OwnerId).Select(p => p.Name).FirstOrDefault(),
            StageName = stages.Where(x => x.Id == s.StageId).Select(x => x.Name).FirstOrDefault() ?? unknown,
        });
    }
}
