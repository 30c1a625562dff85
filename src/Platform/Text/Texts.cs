using System.Globalization;
namespace Coxswain.Platform.Text;

/// <summary>The texts of the product: the English source text is the key.</summary>
public static class Texts
{
    public static string T(string english, params ReadOnlySpan<object?> args) => args.IsEmpty ? english : string.Format(CultureInfo.CurrentCulture, english, args);

    public static string N(long count, string one, string other, params ReadOnlySpan<object?> args) => T(count == 1 ? one : other, [count, .. args]);
}
