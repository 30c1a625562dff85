using System.Globalization;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>A long list would have been looked through row by row, for one person at everybody's cost.</summary>
/// <param name="field">The field that has no index.</param>
public sealed class SlowListException(string field) : RefusalException(Outcome.Refused(T("The list has more than {0} rows and {1} has no index: give it one under Fields in the process settings, or filter by something else.", Most.ToString("N0", CultureInfo.CurrentCulture), field)))
{
    /// <summary>So many rows are looked through.</summary>
    public const int Most = 100_000;
}
