using System.Globalization;
namespace Coxswain.Testing;

/// <summary>Runs what follows in a language and its formats, until disposed.</summary>
public sealed class InCulture : IDisposable
{
    private readonly CultureInfo _formats = CultureInfo.CurrentCulture, _language = CultureInfo.CurrentUICulture;

    public InCulture(string language, string? formats = null) =>
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(formats ?? language));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_formats, _language);
}
