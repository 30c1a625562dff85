using System.Globalization;
using Coxswain.Platform.Files;
namespace Coxswain.Platform.Checkups;

/// <summary>The folder: there, writable, with room.</summary>
internal static class FolderCheckup
{
    public static IEnumerable<Checked> Look(string folder, Disk disk)
    {
        if (!Directory.Exists(folder))
        {
            yield return Checked.Wrong("Data folder", $"{folder} is not there.", "Name the right one with --data, or start cox serve once to make it.");
            yield break;
        }
        yield return MayWrite(folder) ? Checked.Good("Data folder", folder) : Checked.Wrong("Data folder", $"{folder} cannot be written.", "Give the account that runs cox the right to write there.");
        var free = string.Create(CultureInfo.InvariantCulture, $"{disk.Room().Free / 1e9:0.0} GB free");
        yield return disk.IsFull ? Checked.Wrong("Room on the disk", $"{free}: the next save may fail.", "Make room.")
            : disk.IsTight ? Checked.Watch("Room on the disk", $"{free}.", "Make room soon.") : Checked.Good("Room on the disk", free);
    }

    private static bool MayWrite(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException) { return false; }
    }
}
