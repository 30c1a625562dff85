using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>A record's own fields as columns of its list: hidden until somebody chooses them, filtered and sorted like any other.</summary>
public static class CustomColumns
{
    /// <param name="fields">The fields of the kind.</param>
    /// <param name="json">The values of a row that is shown.</param>
    /// <param name="names">What linked records are called; filled before rows are drawn.</param>
    /// <param name="shown">So many of the first are shown before anyone chose columns.</param>
    public static IReadOnlyList<ListColumn<TEntity, TRow>> Of<TEntity, TRow>(IReadOnlyList<CustomField> fields, Func<TRow, string?> json, LinkedNames names, int shown = 0) where TEntity : Entity, IHasCustomFields
    {
        // The list is of one request and drawn row by row: its values are read once for all cells of a row.
        (string? Json, JsonObject Values) last = (null, []);
        return [.. fields.Select((f, i) => Of<TEntity, TRow>(f, i < shown, row => CustomValues.Shown(ValuesOf(json(row)), f, names.IsRead ? names.Known : null)))];

        JsonObject ValuesOf(string? text) => ReferenceEquals(text, last.Json) ? last.Values : (last = (text, CustomValues.Read(text))).Values;
    }

    private static ListColumn<TEntity, TRow> Of<TEntity, TRow>(CustomField field, bool isShown, Func<TRow, string?> cell) where TEntity : Entity, IHasCustomFields
    {
        var (row, key) = (Expression.Parameter(typeof(TEntity)), Expression.Constant(CustomValues.SortKey(field)));
        var json = Expression.Property(row, nameof(IHasCustomFields.CustomFields));
        var label = () => field.Label;
        if (field.IsNumeric)
            return new ListColumn<TEntity, TRow, double?>(Expression.Lambda<Func<TEntity, double?>>(Expression.Call(typeof(CustomSql), nameof(CustomSql.Number), null, json, key), row))
            {
                Id = field.Name, Label = label, Kind = field.Type is CustomFieldType.Money ? ColumnKind.Money : ColumnKind.Number, Cell = cell, IsShown = isShown, IsSlow = !field.IsIndexed, Phone = OnPhone.Under,
                CurrencyKey = field.Type is CustomFieldType.Money ? Expression.Lambda<Func<TEntity, string?>>(Expression.Call(typeof(CustomSql), nameof(CustomSql.Text), null, json, Expression.Constant(CustomValues.CurrencyKey(field))), row) : null,
                KeyOfRow = r => (double?)CustomValues.Number(CustomValues.Read(r.CustomFields), field.Key),
            };
        return new ListColumn<TEntity, TRow, string?>(Expression.Lambda<Func<TEntity, string?>>(Expression.Call(typeof(CustomSql), nameof(CustomSql.Text), null, json, key), row))
        {
            Id = field.Name, Label = label, Cell = cell, IsShown = isShown, IsSlow = !field.IsIndexed, Phone = OnPhone.Under, IsSeveral = field.Type is CustomFieldType.Choices, IsSortable = field.Type is not (CustomFieldType.Choices or CustomFieldType.Link),
            Kind = field.Type switch { CustomFieldType.Date => ColumnKind.Date, CustomFieldType.Choice or CustomFieldType.Choices => ColumnKind.Choice, _ => ColumnKind.Text },
            Choices = field.Answers.Count == 0 ? [] : [.. field.Answers.Select(a => (a, a)), ("none", T("unknown"))],
            KeyOfRow = r => (string?)CustomValues.Read(r.CustomFields)[CustomValues.SortKey(field)]?.ToString(),
        };
    }
}

/// <summary>What linked records are called, read once the rows of a page are known.</summary>
public sealed class LinkedNames
{
    public IReadOnlyDictionary<Guid, string> Known { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Where nobody reads them, links show their keys.</summary>
    public bool IsRead { get; private set; }

    public async Task ReadAsync(AppDb db, IReadOnlyList<CustomField> fields, IEnumerable<string?> rows, CancellationToken ct) => (Known, IsRead) = (await LinkNames.OfAsync(db, fields, rows, ct), true);
}
