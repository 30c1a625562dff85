using System.Text;
using System.Xml;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>The texts that the cells of a workbook share, by number. The first stay in memory; those beyond are written to a file of which only the places are kept.</summary>
internal sealed class SharedTexts(string folder) : IDisposable
{
    private const int Remembered = 4096;

    private readonly List<string> kept = [];
    private readonly List<long> ends = [];
    private readonly (int Number, string Text)[] lately = new (int, string)[Remembered];
    private FileStream? file;
    private int characters;

    /// <summary>Characters of which the memory is for.</summary>
    public int Most { get; init; } = 16 * 1024 * 1024;

    /// <exception cref="InvalidDataException">There is no text of this number.</exception>
    public string this[int number]
    {
        get
        {
            if (number >= 0 && number < kept.Count) return kept[number];
            var place = number - kept.Count;
            if (place < 0 || place >= ends.Count) throw new InvalidDataException();
            ref var last = ref lately[number % Remembered];
            if (last.Text is null || last.Number != number) last = (number, Waiting(place));
            return last.Text;
        }
    }

    public void Read(Stream part)
    {
        using var xml = SheetXml.Open(part);
        var (text, buffer) = (new StringBuilder(), new char[1024]);
        var (inText, spoken) = (false, 0);
        while (xml.Read())
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "si") when xml.IsEmptyElement: Add(""); break;
                case (XmlNodeType.Element, "si"): text.Clear(); break;
                // How a name is spoken stands beside it; it is no part of it.
                case (XmlNodeType.Element, "rPh") when !xml.IsEmptyElement: spoken++; break;
                case (XmlNodeType.EndElement, "rPh"): spoken--; break;
                case (XmlNodeType.Element, "t"): inText = !xml.IsEmptyElement && spoken == 0; break;
                case (XmlNodeType.EndElement, "t"): inText = false; break;
                case (XmlNodeType.EndElement, "si"): Add(SheetXml.Plain(text.ToString())); break;
                case (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace, _) when inText: SheetXml.Add(xml, text, buffer); break;
            }
        file?.Flush();
    }

    public void Dispose() => file?.Dispose();

    private void Add(string text)
    {
        if (file is null && characters + text.Length <= Most)
        {
            characters += text.Length;
            kept.Add(text);
            return;
        }
        file ??= new FileStream(Path.Combine(folder, $"{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        file.Write(Encoding.UTF8.GetBytes(text));
        ends.Add(file.Position);
    }

    private string Waiting(int place)
    {
        var from = place == 0 ? 0 : ends[place - 1];
        var bytes = new byte[ends[place] - from];
        var read = RandomAccess.Read(file!.SafeFileHandle, bytes, from);
        return read == bytes.Length ? Encoding.UTF8.GetString(bytes) : throw new InvalidDataException();
    }
}
