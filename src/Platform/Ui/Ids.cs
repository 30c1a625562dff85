namespace Coxswain.Platform.Ui;

/// <summary>Element ids made of names: letters, digits and dashes, the same for the same name in every rendering.</summary>
internal static class Ids
{
    public static string Of(params string?[] parts)
    {
        var raw = string.Join('-', parts.Where(p => !string.IsNullOrEmpty(p)));
        return string.Create(raw.Length, raw, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsLetterOrDigit(from[i]) ? from[i] : '-';
        });
    }
}
