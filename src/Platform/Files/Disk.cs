namespace Coxswain.Platform.Files;

/// <summary>The room on the disk that holds the data.</summary>
/// <param name="Room">Bytes free to us, and bytes in all.</param>
public sealed record Disk(Func<(long Free, long Total)> Room)
{
    private const long FullBelow = 100L << 20, TightBelow = 1L << 30;

    /// <summary>The disk under a folder, which need not be there yet.</summary>
    public static Disk Under(string folder) => new(() =>
    {
        var drive = new DriveInfo(Standing(Path.GetFullPath(folder)));
        return (drive.AvailableFreeSpace, drive.TotalSize);
    });

    /// <summary>So little room that the next save may fail.</summary>
    public bool IsFull => Room().Free < FullBelow;

    /// <summary>Time to make room.</summary>
    public bool IsTight => Room().Free < TightBelow;

    private static string Standing(string folder) => Directory.Exists(folder) ? folder : Standing(Path.GetDirectoryName(folder)!);
}
