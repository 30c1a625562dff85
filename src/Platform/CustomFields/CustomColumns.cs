using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>A record's own fields as columns of its list: hidden until somebody chooses them, filtered and sorted like any other.</summary>
public static class CustomColumns
{
    /// <param name="db">The database.</param>
    /// <param name="fields">The fields of the kind.</param>
    /// <param name="json">The values of a row that is shown.</param>
    /// <param name="names">What linked records are called; filled before rows are drawn.</param>
    /// <param name="shown">So many of the first are shown before anyone chose columns.</param>
    public static IReadOnlyList<ListColumn<TEntity, TRow>> Of<TEntity, TRow>(AppDb db, IReadOnlyList<CustomField> fields, Func<TRow, string?> json, LinkedNames names, int shown = 0) where TEntity : Entity, IHasCustomFields
    {
        // The list is of one request and drawn row by row: its values are read once for all cells of a row.
        (string? Json, JsonObject Values) last = (null, []);
        return [.. fields.Select((f, i) => Of<TEntity, TRow>(db, f, i < shown, row => CustomValues.Shown(ValuesOf(json(row)), f, names.IsRead ? names.Known : null), f.Type is CustomFieldType.Link ? ReadAsync : null))];

        Task ReadAsync(IReadOnlyList<TRow> rows, CancellationToken ct) => names.ReadAsync(db, fields, rows.Select(json), ct);

        JsonObject ValuesOf(string? text) => ReferenceEquals(text, last.Json) ? last.Values : (last = (text, CustomValues.Read(text))).Values;
    }

    private static ListColumn<TEntity, TRow> Of<TEntity, TRow>(AppDb db, CustomField field, bool isShown, Func<TRow, string?> cell, Func<IReadOnlyList<TRow>, CancellationToken, Task>? read) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var json = Expression.Property(row, nameof(IHasCustomFields.CustomFields));
        var key = CustomSql.Of(field, json);
        var label = () => field.Label;
        if (field.IsNumeric)
            return new ListColumn<TEntity, TRow, double?>(Expression.Lambda<Func<TEntity, double?>>(key, row))
            {
                Id = field.Name, Label = label, Kind = field.Type is CustomFieldType.Money ? ColumnKind.Money : ColumnKind.Number, Cell = cell, IsShown = isShown, IsSlow = !field.IsIndexed, Phone = OnPhone.Under,
                CurrencyKey = field.Type is CustomFieldType.Money ? Expression.Lambda<Func<TEntity, string?>>(Expression.Call(typeof(CustomSql), nameof(CustomSql.Text), null, json, Expression.Constant(CustomValues.CurrencyKey(field))), row) : null,
                Called = field.Type is CustomFieldType.Formula ? text => ComesTo(field, json, text) : null,
                KeyOfRow = r => (double?)CustomValues.Number(CustomValues.Read(r.CustomFields), field.Key),
            };
        return new ListColumn<TEntity, TRow, string?>(Expression.Lambda<Func<TEntity, string?>>(key, row))
        {
            Id = field.Name, Label = label, Cell = cell, IsShown = isShown, IsSlow = !field.IsIndexed, Phone = OnPhone.Under, IsSeveral = field.Type is CustomFieldType.Choices, IsSortable = field.Type is not (CustomFieldType.Choices or CustomFieldType.Link),
            Kind = field.Type switch { CustomFieldType.Date => ColumnKind.Date, CustomFieldType.Choice or CustomFieldType.Choices => ColumnKind.Choice, _ => ColumnKind.Text },
            Choices = field.Answers.Count == 0 ? [] : [.. field.Answers.Select(a => (Condition.Literally(a), a)), (Condition.Unknown, T("unknown"))], AsKey = field.Answers.Count == 0 ? text => text : Condition.Answer, AsText = field.Answers.Count == 0 ? key => key : Condition.Literally,
            KeyOfRow = r => (string?)CustomValues.Read(r.CustomFields)[CustomValues.SortKey(field)]?.ToString(),
            Called = field.Type is CustomFieldType.Link && db.LinkKind(field.LinkKind) is { } link ? text => LeadsTo(link.Named(db), key, text) : null, Reads = read,
        };
    }

    // A formula may come to a text, which no number is compared with.
    private static BinaryExpression? ComesTo(CustomField field, Expression json, string text) =>
        text.Contains("..", StringComparison.Ordinal) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || decimal.TryParse(text, NumberStyles.Number, CultureInfo.CurrentCulture, out _) ? null
        : Expression.Equal(Expression.Call(typeof(CustomSql), nameof(CustomSql.Text), null, json, Expression.Constant(field.Key)), Expression.Constant(text));

    // People type what a record is called; its row holds the key. What the viewer does not see is not found by its name.
    private static Expression LeadsTo(IQueryable<LinkName> named, Expression key, string text)
    {
        if (Guid.TryParse(text, out var id)) return Expression.Equal(key, Expression.Constant(id.ToString()));
        var folded = Folding.Fold(text);
        var keys = named.Where(n => n.FoldedName.Contains(folded)).Select(n => CustomSql.Key(n.Id));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(string)], keys.Expression, key);
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
