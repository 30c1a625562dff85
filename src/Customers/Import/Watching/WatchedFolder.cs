using System.Globalization;
using System.Text.Json;
using Coxswain.Platform.Files;
namespace Coxswain.Customers.Import.Watching;

/// <summary>Who said that the folder is to be watched, and as whom what lies in it is taken in.</summary>
internal sealed record WatchSwitch(Guid PersonId, DateTime Since);

/// <summary>A file as it was seen: it stopped growing once it is seen the same again.</summary>
internal sealed record SeenFile(string Name, long Size, DateTime WrittenAt);

/// <summary>What a job is at with which files, for whoever comes after one that was cut off.</summary>
/// <param name="Files">As they were seen.</param>
/// <param name="RunId">The run they are taken in by; null before there is one.</param>
/// <param name="Waits">The run waits for an answer.</param>
internal sealed record TriedFiles(IReadOnlyList<SeenFile> Files, Guid? RunId, bool Waits);

/// <summary>
/// The folder an organisation's files are taken in from by themselves: always the same place beside the kept files, so that nobody in a browser can
/// name another. What is switched on stands beside it, as the files themselves do; a copy that is restored elsewhere watches nothing.
/// </summary>
internal sealed class WatchedFolder(DataFolder data, int tenantId)
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt", ".xlsx", ".vcf", ".zip"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Home { get; } = Path.Combine(data.Beside("import"), tenantId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where files are put.</summary>
    public string Incoming => Path.Combine(Home, "incoming");

    /// <summary>What was taken in whole.</summary>
    public string Done => Path.Combine(Home, "done");

    /// <summary>What could not be taken, or not whole; the rows to put right lie beside it.</summary>
    public string Refused => Path.Combine(Home, "refused");

    /// <summary>What waits for an answer in the list of imports.</summary>
    public string Waiting => Path.Combine(Home, "waiting");

    private string SwitchFile => Path.Combine(Home, "watch.json");

    private string SeenList => Path.Combine(Home, "seen.json");

    private string TriedList => Path.Combine(Home, "tried.json");

    /// <summary>What was begun last and not brought to its end; null where there is nothing.</summary>
    public TriedFiles? Tried => Read<TriedFiles>(TriedList);

    /// <summary>Who switched it on; null while it is off.</summary>
    public WatchSwitch? Switch => Read<WatchSwitch>(SwitchFile);

    public void On(WatchSwitch by)
    {
        foreach (var folder in (string[])[Incoming, Done, Refused, Waiting]) Directory.CreateDirectory(folder);
        Write(SwitchFile, by);
    }

    public void Off()
    {
        if (File.Exists(SwitchFile)) File.Delete(SwitchFile);
    }

    /// <summary>The files that lie there now. Hidden ones, links and whatever is no table are passed over.</summary>
    public IReadOnlyList<SeenFile> Lying() => !Directory.Exists(Incoming) ? [] :
    [
        .. new DirectoryInfo(Incoming).EnumerateFiles().Where(f => f.LinkTarget is null && f.Name[0] is not ('.' or '~') && Endings.Contains(f.Extension.ToLowerInvariant()))
            .OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new SeenFile(f.Name, f.Length, f.LastWriteTimeUtc)),
    ];

    /// <summary>
    /// The files that lie there, where all of them were the same at the look before: files of one export belong together, and come one after the other.
    /// One that never stops growing does not hold those up for good that are long since whole.
    /// </summary>
    public IReadOnlyList<SeenFile> Still(DateTime at)
    {
        var (now, before) = (Lying(), Read<List<SeenFile>>(SeenList) ?? []);
        Write(SeenList, now);
        return now.All(before.Contains) ? now : [.. now.Where(f => before.Contains(f) && f.WrittenAt < at - Longest)];
    }

    public void Try(IReadOnlyList<SeenFile> files, Guid? runId = null, bool waits = false) => Write(TriedList, new TriedFiles(files, runId, waits));

    public void TryNothing()
    {
        if (File.Exists(TriedList)) File.Delete(TriedList);
    }

    /// <summary>It lies there as it was seen; another that was put in its place, or a link, is not it.</summary>
    public bool IsStill(SeenFile file)
    {
        var there = new FileInfo(Path.Combine(Incoming, file.Name));
        return there is { Exists: true, LinkTarget: null } && there.Length == file.Size && there.LastWriteTimeUtc == file.WrittenAt;
    }

    /// <summary>Puts a file where it belongs once it was dealt with. One that was written anew meanwhile stays, to be read.</summary>
    /// <returns>Where it is now, or would be.</returns>
    public string Put(SeenFile file, string folder, DateTime now)
    {
        Directory.CreateDirectory(folder);
        var to = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}-{file.Name}"));
        if (IsStill(file)) File.Move(Path.Combine(Incoming, file.Name), to, overwrite: true);
        return to;
    }

    /// <summary>Deletes what was put away before then. The name says when that was: a file brings along the time it was written at elsewhere.</summary>
    /// <returns>How many files.</returns>
    public int Forget(DateTime before)
    {
        var stamp = before.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var old = ((string[])[Done, Refused, Waiting]).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*"))
            .Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0]) && string.CompareOrdinal(Path.GetFileName(f), stamp) < 0).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }

    private static T? Read<T>(string path) where T : class
    {
        try { return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), JsonSerializerOptions.Web) : null; }
        catch (Exception e) when (e is JsonException or IOException) { return null; }
    }

    // Whole or not at all: somebody may read it meanwhile.
    private static void Write<T>(string path, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web));
        File.Move(part, path, overwrite: true);
    }
}
