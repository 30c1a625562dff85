using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Exporting;

/// <summary>A property of a record as a column of our own files.</summary>
/// <param name="Name">The property.</param>
/// <param name="Header">What stands over the column.</param>
/// <param name="Type">What its values are, without the question mark.</param>
/// <param name="IsNullable">It may be unknown.</param>
/// <param name="IsFixed">It never changes once the record is made.</param>
/// <param name="Get">Reads it.</param>
internal sealed record OwnColumn<T>(string Name, string Header, Type Type, bool IsNullable, bool IsFixed, Func<T, object?> Get)
{
    /// <summary>Writes it, also where it is fixed: the record is being made.</summary>
    public required Action<T, object?> Set { get; init; }

    /// <summary>Another record is named by its key.</summary>
    public bool IsKey => Type == typeof(Guid);
}

/// <summary>Finds the columns of a record: all that is kept of it and not worked out, in the order in which it is written down.</summary>
internal static class OwnColumns
{
    private static readonly string[] Never = [nameof(Entity.Id), nameof(Entity.TenantId), nameof(Entity.Version), nameof(IRemovable.RemovedAt), nameof(IMergeable.MergedIntoId)];

    /// <summary>What says of a record that it was merged away: a row of those without it would be one that stands for itself.</summary>
    public static IReadOnlyList<string> Merged { get; } = [nameof(IRemovable.RemovedAt), nameof(IMergeable.MergedIntoId)];

    public static IReadOnlyList<OwnColumn<T>> Of<T>(IReadOnlyCollection<string> left, bool isMergedAway) where T : Entity =>
    [
        .. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && (!Never.Contains(p.Name) || isMergedAway && Merged.Contains(p.Name)) && !left.Contains(p.Name) && IsPlain(p.PropertyType)).Select(Column<T>),
    ];

    /// <summary>"OpenedOn" is "Opened on", and what names another record is its key.</summary>
    public static string Words(string name)
    {
        var text = new StringBuilder();
        foreach (var sign in name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] + "Key" : name)
        {
            if (char.IsUpper(sign) && text.Length > 0) text.Append(' ');
            text.Append(text.Length > 0 ? char.ToLowerInvariant(sign) : sign);
        }
        return text.ToString();
    }

    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } or { IsPrimitive: true } || (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateTime) || plain == typeof(DateOnly) || plain == typeof(TimeOnly) || plain == typeof(decimal));

    private static OwnColumn<T> Column<T>(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(T));
        var get = Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(row, property), typeof(object)), row).Compile();
        var bare = Nullable.GetUnderlyingType(property.PropertyType);
        var isNullable = !Merged.Contains(property.Name) && (bare is not null || !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable);
        var isFixed = property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return new OwnColumn<T>(property.Name, Words(property.Name), bare ?? property.PropertyType, isNullable, isFixed, get) { Set = (to, value) => property.SetValue(to, value) };
    }
}
