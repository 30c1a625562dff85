using System.Diagnostics;
using System.Globalization;
namespace Coxswain.Bench;

internal static class Memory
{
    /// <summary>What a process holds that is no file's, in MB.</summary>
    public static double Of(Process process) =>
        double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("RssAnon", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
