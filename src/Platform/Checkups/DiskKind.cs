namespace Coxswain.Platform.Checkups;

/// <summary>What kind of disk holds the embedded database: over a network its locks do not hold, and two writers ruin the file.</summary>
internal static class DiskKind
{
    private static readonly string[] Network = ["nfs", "cifs", "smb", "9p", "afs", "ceph", "gluster", "sshfs", "davfs", "lustre"];

    public static Checked Look(string file)
    {
        var drive = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return Say(drive.DriveType is DriveType.Network ? "network" : drive.DriveFormat);
    }

    public static Checked Say(string format) => format is "network" || Network.Any(n => format.Contains(n, StringComparison.OrdinalIgnoreCase))
        ? Checked.Wrong("Disk of the database", $"{format}: over a network the database's locks do not hold, and it may be ruined.", "Put the data folder on a disk of this machine, or use PostgreSQL with --database.")
        : Checked.Good("Disk of the database", format);
}
