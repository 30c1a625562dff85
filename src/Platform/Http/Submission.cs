using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Coxswain.Platform.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
namespace Coxswain.Platform.Http;

/// <summary>
/// A request as an act's input: route values, then the form (or the query of a GET). Binding never throws: what cannot be read becomes
/// a problem of its field, and the text stays.
/// </summary>
internal sealed class Submission
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private readonly Dictionary<string, string> _typed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> _questions = [];
    private readonly Problems _problems = new();
    private IQueryCollection _query = null!;

    /// <summary>The input; null for an act that takes none.</summary>
    public object? Input { get; private set; }

    public FormState State => new() { Typed = _typed, Problems = _problems, Questions = _questions };

    /// <param name="http">The request.</param>
    /// <param name="type">The act's input, or null.</param>
    /// <param name="lenient">Takes what can be read and forgets the rest: for drawing a form again.</param>
    public static async Task<Submission> ReadAsync(HttpContext http, Type? type, bool lenient = false)
    {
        var submission = new Submission { _query = http.Request.Query };
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        if (form is not null) submission.Keep(form);
        if (type is null) return submission;
        submission.Input = Activator.CreateInstance(type)!;
        var culture = CultureOf(form);
        foreach (var property in Properties.GetOrAdd(type, t => t.GetProperties().Where(p => p.CanWrite && p.Name != nameof(IPartial.Sent)).ToArray()))
            submission.Read(property, ValuesOf(http, form, property.Name), form, culture);
        if (submission.Input is IPartial partial) partial.Sent = submission._typed.Keys.Concat(http.Request.Query.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!lenient) submission.Check();
        return submission;
    }

    private void Keep(IFormCollection form)
    {
        foreach (var (name, values) in form)
            if (!name.Contains("password", StringComparison.OrdinalIgnoreCase)) _typed[name] = values.Count > 0 ? values[^1] ?? "" : "";
    }

    // A number is read as its form was drawn, whatever language the page has by now.
    private static CultureInfo CultureOf(IFormCollection? form)
    {
        try { return form?["_culture"].ToString() is { Length: > 0 } name ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : CultureInfo.CurrentCulture; }
        catch (CultureNotFoundException) { return CultureInfo.CurrentCulture; }
    }

    private static StringValues ValuesOf(HttpContext http, IFormCollection? form, string name)
    {
        if (http.Request.RouteValues.TryGetValue(name, out var route) && route is not null) return route.ToString();
        if (form is not null && form.TryGetValue(name, out var posted)) return posted;
        return http.Request.Query[name];
    }

    private void Read(PropertyInfo property, StringValues texts, IFormCollection? form, CultureInfo culture)
    {
        if (property.PropertyType == typeof(CustomFields.CustomInput)) property.SetValue(Input, CustomFields.CustomInput.Of(form, culture));
        else if (property.PropertyType == typeof(QueryValues)) property.SetValue(Input, QueryValues.Of(_query));
        else if (property.PropertyType == typeof(IFormFile)) property.SetValue(Input, form?.Files.GetFile(property.Name));
        else if (property.PropertyType == typeof(IFormFileCollection)) property.SetValue(Input, form?.Files);
        else if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)) ReadMany(property, texts, culture);
        else if (ReadOne(property.Name, property.PropertyType, texts.Count > 0 ? texts[^1] : null, culture) is { } value) property.SetValue(Input, value);
    }

    private void ReadMany(PropertyInfo property, StringValues texts, CultureInfo culture)
    {
        var item = property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType.GenericTypeArguments[0];
        var values = texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => ReadOne(property.Name, item, t, culture)).Where(v => v is not null).ToArray();
        var array = Array.CreateInstance(item, values.Length);
        for (var i = 0; i < values.Length; i++) array.SetValue(values[i], i);
        property.SetValue(Input, array);
        if (_typed.ContainsKey(property.Name)) _typed[property.Name] = texts.ToString();
    }

    private object? ReadOne(string name, Type type, string? text, CultureInfo culture)
    {
        if (type == typeof(string)) return string.IsNullOrWhiteSpace(text) ? null : Typing.Clean(text);
        if (string.IsNullOrWhiteSpace(text)) return null;
        var read = Typing.Read(Nullable.GetUnderlyingType(type) ?? type, text.Trim(), culture);
        if (read.Readings is { Count: > 0 } readings) _questions[name] = readings;
        if (read.Message is { } message) _problems.Add(name, message);
        return read.Value;
    }

    private void Check()
    {
        foreach (var (field, message) in Checks.Of(Input!).Messages) _problems.Add(field, message);
    }
}
