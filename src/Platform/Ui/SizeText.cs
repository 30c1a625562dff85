using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui;

/// <summary>How large a file is, in the viewer's language.</summary>
public static class SizeText
{
    private const double Step = 1024;

    /// <summary>"640 bytes", "12 kB", "1.4 MB", "3.0 GB".</summary>
    public static string Of(long bytes) => bytes switch
    {
        < (long)Step => N(bytes, "one byte", "{0} bytes"),
        < (long)(Step * Step) => T("{0} kB", (bytes / Step).ToString("N0", CultureInfo.CurrentCulture)),
        < (long)(Step * Step * Step) => T("{0} MB", (bytes / Step / Step).ToString("N1", CultureInfo.CurrentCulture)),
        _ => T("{0} GB", (bytes / Step / Step / Step).ToString("N1", CultureInfo.CurrentCulture)),
    };
}
