using System.Text.Json;
using System.Text.Json.Serialization;
namespace Coxswain.Customers.Import;

/// <summary>How plans and results are kept.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
