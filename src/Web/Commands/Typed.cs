using System.Globalization;
namespace Coxswain.Web.Commands;

/// <summary>Reads what was typed behind an option; what cannot be read is said with what could.</summary>
internal static class Typed
{
    /// <exception cref="Failure">It is no day.</exception>
    public static DateOnly? Day(string option, string? text)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        throw new Failure($"{option} {text} is no day: write it as 2026-07-24.");
    }

    /// <exception cref="Failure">It is none of the choices.</exception>
    public static T Choice<T>(string option, string? text, T otherwise) where T : struct, Enum
    {
        if (text is null) return otherwise;
        if (!int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var choice)) return choice;
        throw new Failure($"{option} {text} is not known. There are: {string.Join(", ", Enum.GetNames<T>().Where(n => n != otherwise.ToString()).Select(n => n.ToLowerInvariant()))}.");
    }
}
