using System.Globalization;
using System.Reflection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>What a dry run would change, field by field: the first records of it, since nobody reads a million.</summary>
internal sealed class ImportDiff(AppDb db, IReadOnlyList<IImportTarget> targets, IEnumerable<IEventWords> words)
{
    private const int MostRecords = 50, LongestText = 120;
    private static readonly HashSet<string> Unsaid = ["Id", "TenantId", "Version", "SourceId", "CustomFields", "AboutKind", "AboutId"];

    private readonly List<Changed> _changed = [];
    private readonly Dictionary<string, int> _made = [];
    private readonly List<PlannedRecord> _new = [];

    private sealed record Changed(string Kind, Guid Id, string Name, IReadOnlyList<(string Field, object? Before, object? After, string? Currency)> Fields);

    /// <summary>Notes what a batch would do, before it is forgotten.</summary>
    public void Note(AppDb context, IReadOnlyList<(string Kind, RowResult Result)> taken)
    {
        foreach (var (kind, result) in taken)
        {
            if (result.Subject is not { } row) continue;
            var target = targets.FirstOrDefault(t => t.Kind == kind) ?? targets.First(t => t.Kinds.Contains(kind));
            if (result.Action is RowAction.Created && _made.GetValueOrDefault(kind) is < 5 and var made) { _made[kind] = made + 1; _new.Add(new PlannedRecord(kind, target.NameOf(row))); }
            if (result.Action is RowAction.Changed && _changed.Count < MostRecords && Fields(context.Entry(row)) is { Count: > 0 } fields) _changed.Add(new Changed(kind, row.Id, target.NameOf(row), fields));
        }
    }

    /// <summary>The first records that would be new, some of each kind.</summary>
    public IReadOnlyList<PlannedRecord> New => _new;

    /// <summary>The first changes in words.</summary>
    public async Task<IReadOnlyList<PlannedChange>> ReadAsync(CancellationToken ct)
    {
        var names = await NamesAsync(ct);
        var labels = new Dictionary<string, Func<string, string?>>();
        foreach (var kind in _changed.Select(c => c.Kind).Distinct())
            labels[kind] = words.FirstOrDefault(w => w.Kinds.Contains(kind)) is { } said ? (await said.ReadAsync(db, [], ct)).Label : _ => null;
        return
        [
            .. from change in _changed
               from field in change.Fields
               select new PlannedChange(change.Kind, change.Id, change.Name, labels[change.Kind](field.Field) ?? field.Field, Said(field.Before, field.Currency, names), Said(field.After, field.Currency, names)),
        ];
    }

    private static List<(string, object?, object?, string?)> Fields(EntityEntry entry) =>
    [
        .. entry.Properties.Where(p => p.IsModified && !Unsaid.Contains(p.Metadata.Name) && p.Metadata.PropertyInfo?.GetCustomAttribute<DerivedAttribute>() is null && !Equals(p.OriginalValue, p.CurrentValue))
            .Select(p => (p.Metadata.Name, p.OriginalValue, p.CurrentValue, p.CurrentValue is long || p.OriginalValue is long ? CurrencyOf(entry) : null)),
    ];

    private static string? CurrencyOf(EntityEntry entry) => entry.Properties.Where(p => p.Metadata.Name.EndsWith("Currency", StringComparison.Ordinal)).Select(p => p.CurrentValue as string).FirstOrDefault();

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken ct)
    {
        var ids = _changed.SelectMany(c => c.Fields).SelectMany(f => new[] { f.Before, f.After }).OfType<Guid>().ToHashSet();
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0) return names;
        foreach (var target in targets.Where(t => _changed.Any(c => targets.Any(k => k.Kinds.Contains(c.Kind) && k.Fields.Any(f => f.To == t.Kind)))))
            foreach (var row in await target.LoadAsync(db, [.. ids], ct)) names[row.Id] = target.NameOf(row);
        db.ChangeTracker.Clear();
        return names;
    }

    private static string? Said(object? value, string? currency, Dictionary<Guid, string> names) => value switch
    {
        null => null,
        Guid id => names.GetValueOrDefault(id),
        DateOnly day => DayText.Whole(day),
        DateTime at => DayText.Whole(at),
        long minor when currency is not null => MoneyText.Of(minor, currency),
        bool yes => yes ? T("yes") : T("no"),
        string text => text.Length > LongestText ? text[..LongestText] + "…" : text,
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };
}
