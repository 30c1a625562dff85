using System.Globalization;
using Coxswain.Platform.Copies;
namespace Coxswain.Platform.Checkups;

/// <summary>A copy was made lately.</summary>
internal static class CopyCheckup
{
    private const string Make = "Run cox backup FILE every night, to another disk or machine.";

    public static Checked Look(CopyList copies, DateTime now) => copies.Read() switch
    {
        [] => Checked.Watch("Copies", "none was made yet.", Make),
        [var newest, ..] when newest.MadeAt < now.AddDays(-CopiesView.FreshDays) => Checked.Watch("Copies", string.Create(CultureInfo.InvariantCulture, $"the newest is of {newest.MadeAt:yyyy-MM-dd}."), Make),
        [var newest, ..] => Checked.Good("Copies", string.Create(CultureInfo.InvariantCulture, $"the newest is of {newest.MadeAt:yyyy-MM-dd HH:mm} UTC")),
    };
}
