using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Api;

/// <summary>What the description says of each operation beside its shapes. In English, as the names in it are.</summary>
internal static class ApiWords
{
    public const string About = "Every act of Coxswain as JSON: what holds on a page holds here. Money is minor units with a currency beside it; unknown is null; instants are UTC. A field or parameter that is not described is refused by name.";
    public const string Key = "A key made under My settings, or that of a service account: Authorization: Bearer cox_…";

    public const string Own = "Fields of the organisation's own, by key. Beside an amount under `key` its currency stands under `keyCurrency`. A formula that cannot be computed is null, and `keyProblem` says why: `divides_by_zero` or `counts_with_text`.";

    public static void Describe(JsonObject operation, string path, string verb, ActMetadata act, IReadOnlyList<Requirement> requirements)
    {
        operation["operationId"] = act.Name;
        operation["summary"] = verb == "GET" ? Reading(path) : Sentence(act.Name);
        operation["x-permissions"] = new JsonArray([.. requirements.Select(r => JsonValue.Create(r.Permission.ToString()))]);
        if (ApiFields.TakesAll(act.InputType)) operation["description"] = "Any column of the list is a parameter too: a value, none for unknown, or from..to for numbers and days. Fields of the organisation's own go by cf.key. where joins conditions: amount >= 5000 and (close = this-quarter or owner = mine). group puts rows together by a column, with counts and sums.";
        foreach (var (status, said) in operation["responses"]!.AsObject()) said!["description"] = Status(status);
    }

    // Acts that show a form are named by it; what a program reads is what the address names.
    private static string Reading(string path)
    {
        var parts = path.Split('/');
        return parts[^1].StartsWith('{') ? $"Read one of {parts[^2].Replace('-', ' ')}" : $"Read {parts[^1].Replace('-', ' ')}";
    }

    /// <summary>A name of the code as words: <c>CreateAccount</c> is "Create account", <c>SayPart.Remove</c> "Say part: remove".</summary>
    internal static string Sentence(string name)
    {
        var text = new StringBuilder();
        foreach (var (letter, at) in name.Select((c, i) => (c, i)))
        {
            if (letter == '.') text.Append(':');
            else if (char.IsUpper(letter) && at > 0) text.Append(' ').Append(char.ToLowerInvariant(letter));
            else text.Append(letter);
        }
        return text.ToString();
    }

    private static string Status(string status) => status switch
    {
        "200" => "Done.",
        "201" => "Done; the record is new.",
        "400" => "This is no request that can be read.",
        "401" => "Nobody is signed in, or the key is not known, has expired or was revoked.",
        "403" => "Not for this role or not within the key's scopes; or the record belongs to someone else.",
        "404" => "Not here, or not for you to see.",
        "409" => "Someone changed the same fields meanwhile: both values under clashes.",
        "412" => "The record is no longer as If-Match says.",
        "413" => "More than can be sent at once.",
        "422" => "Fields need another look: errors by field.",
        "429" => "More requests than this key may send: Retry-After says when.",
        _ => "The database cannot be reached just now.",
    };
}
