using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Lists;

/// <summary>The whole query of an address, for lists whose filters are its parameters.</summary>
public sealed record QueryValues(IReadOnlyDictionary<string, string> Values)
{
    public static QueryValues Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The same for all addresses that ask the same, whatever their order.</summary>
    public string AsKey => string.Join('&', Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));

    public string? this[string name] => Values.GetValueOrDefault(name);

    public static QueryValues Of(IQueryCollection query) =>
        new(query.Where(q => !string.IsNullOrWhiteSpace(q.Value)).ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
