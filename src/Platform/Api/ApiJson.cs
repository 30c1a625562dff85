using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Api;

/// <summary>How JSON is read and written at the API.</summary>
internal static class ApiJson
{
    /// <summary>For answers.</summary>
    public static JsonSerializerOptions Out { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>For what is sent: a text is cleaned as a typed one is, a number is finite, and an enumeration goes by its names only.</summary>
    public static JsonSerializerOptions In { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new CleanText(), new FiniteNumber() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    // PostgreSQL keeps no NUL in a text, and blank is unknown here as in a form.
    private sealed class CleanText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is not JsonTokenType.String ? throw new JsonException() : Typing.Clean(reader.GetString()!) is { Length: > 0 } text ? text : null;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class FiniteNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
