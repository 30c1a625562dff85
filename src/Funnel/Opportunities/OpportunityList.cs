using System.Globalization;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The columns of the list of opportunities.</summary>
internal static class OpportunityList
{
    /// <param name="db">The database.</param>
    /// <param name="standing">The day ages are counted to.</param>
    /// <param name="currency">The organisation's: filters of amounts are typed in it.</param>
    /// <param name="choices">What the filters by stage, owner and source offer.</param>
    public static ListOf<Opportunity, OpportunityView> Of(AppDb db, Standing standing, string currency, OpportunityChoices choices) => new(db.Reaches.Fields, Kinds.Opportunity, Columns(db, standing, currency, choices), OpportunityReading.Reading(db), "close")
    {
        Moves = new("/opportunities", ["stage", "owner", "source", "business"], o => $"/opportunities/{o.Id}", () => T("Deals")),
    };

    private static IReadOnlyList<ListColumn<Opportunity, OpportunityView>> Columns(AppDb db, Standing standing, string currency, OpportunityChoices choices) =>
    [
        new ListColumn<Opportunity, OpportunityView, string>(o => o.FoldedName) { Id = "name", Label = () => T("Deal"), Kind = ColumnKind.Text, Cell = o => o.Name },
        new ListColumn<Opportunity, OpportunityView, Guid?>(o => o.AccountId) { Id = "account", Phone = OnPhone.Under, Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.AccountName ?? T("unknown"), Choices = choices.Accounts },
        new ListColumn<Opportunity, OpportunityView, long?>(o => o.Amount) { Id = "amount", Phone = OnPhone.Side, Label = () => T("Amount"), Kind = ColumnKind.Money, Cell = o => MoneyText.Of(o.Minor, o.Currency), AsKey = text => InMinor(text, currency), CurrencyKey = o => o.Currency },
        new ListColumn<Opportunity, OpportunityView, DateOnly?>(o => o.CloseOn) { Id = "close", Label = () => T("Decision by"), Kind = ColumnKind.Date, Cell = o => DayText.Short(o.CloseOn, standing.Day) },
        new ListColumn<Opportunity, OpportunityView, Guid>(o => o.StageId) { Id = "stage", Phone = OnPhone.Under, Label = () => T("Stage"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.StageName, Choices = choices.Stages },
        new ListColumn<Opportunity, OpportunityView, DateTime?>(o => o.StageSince) { Id = "age", Phone = OnPhone.Hidden, Label = () => T("In stage"), Kind = ColumnKind.Choice, Cell = o => o.End is StageEnd.Open ? Days(o.DaysInStage(standing.Day)) : null },
        new ListColumn<Opportunity, OpportunityView, Guid>(o => o.Id) { Id = "step", Label = () => T("Next step"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => Step(o, standing.Day) },
        new ListColumn<Opportunity, OpportunityView, Guid>(o => o.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = o => o.OwnerName, Choices = choices.Owners, AsKey = Mine.AsKey(db) },
        new ListColumn<Opportunity, OpportunityView, string?>(o => o.Source) { Id = "source", Label = () => T("Source"), Kind = ColumnKind.Choice, IsShown = false, Cell = o => o.Source ?? T("unknown"), Choices = choices.Sources },
        new ListColumn<Opportunity, OpportunityView, StageEnd>(o => o.End) { Id = "end", Label = () => T("Outcome"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = o => Words.End(o.End), Choices = Words.Ends },
        new ListColumn<Opportunity, OpportunityView, BusinessKind>(o => o.Business) { Id = "business", Label = () => T("Kind of deal"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = o => o.Business is { } kind ? Words.Business(kind) : null, Choices = Words.Businesses },
        .. CustomColumns.Of<Opportunity, OpportunityView>(db, choices.Fields, o => o.CustomFields, choices.Links),
    ];

    internal static string? Days(int? days) => days is { } known ? T("day {0}", known) : T("unknown");

    private static string? Step(OpportunityView o, DateOnly today) =>
        o.End is not StageEnd.Open ? null : o.NextStep is null ? T("none") : o.NextStepOn is { } on ? $"{o.NextStep} · {DayText.Near(on, today)}" : o.NextStep;

    // Typed in whole units; what is no number stays as it is and matches nothing.
    private static string InMinor(string text, string currency) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var major) && major < 1_000_000_000_000 ? Minor.FromMajor(major, currency).ToString(CultureInfo.InvariantCulture) : text;
}

/// <summary>What the filters of the list offer.</summary>
internal sealed record OpportunityChoices(IReadOnlyList<(string Value, string Label)> Stages, IReadOnlyList<(string Value, string Label)> Owners)
{
    /// <summary>The organisation's own fields, and what those lead to.</summary>
    public IReadOnlyList<CustomField> Fields { get; init; } = [];
    public LinkedNames Links { get; } = new();

    /// <summary>The same with those fields.</summary>
    public static async Task<OpportunityChoices> OfFieldsAsync(AppDb db, CancellationToken ct) => new([], []) { Fields = await db.CustomFieldsAsync(Kinds.Opportunity, ct) };

    public IReadOnlyList<(string Value, string Label)> Sources { get; init; } = [];

    /// <summary>The one account the list is narrowed to, by its name.</summary>
    public IReadOnlyList<(string Value, string Label)> Accounts { get; init; } = [];
}
