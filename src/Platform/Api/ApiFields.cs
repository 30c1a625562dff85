using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Api;

/// <summary>Refuses what nobody asked for: a field that was misspelt would else be lost in silence.</summary>
internal static class ApiFields
{
    /// <summary>Names each field that an input of this type does not have, with those it has.</summary>
    public static Problems Unknown(JsonObject body, Type type)
    {
        var problems = new Problems();
        Walk(body, type, "", problems);
        return problems;
    }

    /// <summary>The same of the parameters of an address. Lists know their own filters.</summary>
    public static Problems UnknownQuery(HttpContext http, Type? type)
    {
        var problems = new Problems();
        if (http.Request.Query.Count == 0 || TakesAll(type)) return problems;
        var known = Parameters(type);
        foreach (var name in http.Request.Query.Keys.Where(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase))) problems.Add(name, Said(name, known));
        return problems;
    }

    /// <summary>Whether an act takes any parameter, as a list whose columns are its filters.</summary>
    public static bool TakesAll(Type? type) => type?.GetProperties().Any(p => p.PropertyType == typeof(QueryValues)) is true;

    /// <summary>The parameters an address of this input may carry.</summary>
    public static IReadOnlyList<string> Parameters(Type? type) => [.. type?.GetProperties().Where(IsOpen).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)) ?? []];

    /// <summary>The line a program reads that named something there is not.</summary>
    public static string Said(string name, IEnumerable<string> known) =>
        known.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } names ? T("There is no {0} here. There is: {1}.", name, string.Join(", ", names)) : T("There is no {0} here; nothing is asked for.", name);

    private static bool IsOpen(PropertyInfo property) => property.CanWrite && property.PropertyType != typeof(QueryValues) && property.Name != nameof(IPartial.Sent);

    private static void Walk(JsonNode? node, Type type, string path, Problems problems)
    {
        var shape = ApiJson.In.GetTypeInfo(type);
        if (node is JsonObject fields && shape.Kind is JsonTypeInfoKind.Object)
        {
            foreach (var (name, value) in fields)
            {
                if (shape.Properties.FirstOrDefault(p => p.Set is not null && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known) Walk(value, known.PropertyType, $"{path}{known.Name}.", problems);
                else problems.Add(path + name, Said(path + name, shape.Properties.Where(p => p.Set is not null && p.Name != "sent").Select(p => p.Name)));
            }
        }
        else if (node is JsonArray items && shape.Kind is JsonTypeInfoKind.Enumerable && shape.ElementType is { } element)
            for (var i = 0; i < items.Count; i++) Walk(items[i], element, $"{path.TrimEnd('.')}[{i}].", problems);
    }
}
