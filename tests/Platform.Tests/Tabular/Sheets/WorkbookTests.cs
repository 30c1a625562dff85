using System.IO.Compression;
using System.Text;
using Coxswain.Platform.Tabular;
using Coxswain.Platform.Tabular.Sheets;
using Coxswain.Testing;
namespace Coxswain.Platform.Tests.Tabular.Sheets;

[Collection(nameof(Alone))]
public sealed class WorkbookTests
{
    [Fact]
    public void Each_sheet_that_holds_something_is_a_table_and_an_empty_one_is_none()
    {
        var sheets = Read(new WrittenBook().Table("Deals", ["name", "amount"], ["Cranes", "12,5"], ["He said \"no\"\nand left", ""]).Sheet("Nothing", "<row><c/></row>").Table("People & teams", ["name"], ["Łukasz 🚢"]));
        Assert.Equal(["Deals", "People & teams"], sheets.Select(s => s.Name));
        Assert.Equal(["Cranes|12,5", "He said \"no\"\nand left|"], sheets[0].Rows);
        Assert.Equal(["Łukasz 🚢"], sheets[1].Rows);
    }

    [Fact]
    public void Days_are_told_from_numbers_by_their_format_in_either_count()
    {
        foreach (var (since1904, day) in new[] { (false, "2024-02-29"), (true, "2028-03-01") })
        {
            var sheet = Assert.Single(Read(new WrittenBook { Since1904 = since1904, Formats = ["dd/mm/yyyy", "h:mm AM/PM", "[h]:mm:ss", "#,##0.00 \"days\"", "00000", "[$-409]d\\-mmm\\-yy hh:mm"] }.Sheet("S",
                "<row><c t=\"inlineStr\"><is><t>day</t></is></c><c t=\"str\"><v>clock</v></c><c t=\"str\"><v>span</v></c><c t=\"str\"><v>number</v></c><c t=\"str\"><v>code</v></c><c t=\"str\"><v>moment</v></c></row>"
                + "<row><c s=\"1\"><v>45351</v></c><c s=\"2\"><v>0.5625</v></c><c s=\"3\"><v>1.25</v></c><c s=\"4\"><v>45351</v></c><c s=\"5\"><v>421</v></c><c s=\"6\"><v>45351.020833333332</v></c></row>")));
            Assert.Equal([$"{day}|13:30:00|30:00:00|45351|00421|{day} 00:30:00"], sheet.Rows);
        }
    }

    [Fact]
    public void The_29_February_1900_that_never_was_shifts_no_other_day() =>
        Assert.Equal(["1900-01-01", "1900-02-28", "1900-03-01"], new[] { 1.0, 59, 61 }.Select(s => SerialDay.Write(s, since1904: false)));

    [Fact]
    public void A_number_is_written_as_a_spreadsheet_shows_it_and_never_so_that_its_point_could_be_one_between_thousands() =>
        Assert.Equal(["1.5", "0.3", "1234567890123", "0.00001", "-12.25", "12.3450", "100000000000000000000"], new[] { 1.5, 0.1 + 0.2, 1234567890123, 1e-5, -12.25, 12.345, 1e20 }.Select(SheetNumber.Write));

    [Fact]
    public void Booleans_are_words_and_errors_are_empty_and_counted()
    {
        var sheet = Assert.Single(Read(new WrittenBook().Sheet("S", "<row><c t=\"str\"><v>open</v></c><c t=\"str\"><v>amount</v></c></row><row><c t=\"b\"><v>1</v></c><c t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c></row><row><c t=\"b\"><v>0</v></c><c><f>2*21</f><v>42</v></c></row>")));
        Assert.Equal(["true|", "false|42"], sheet.Rows);
        Assert.Contains("One cell holds an error", sheet.Remark);
    }

    [Fact]
    public void Rows_and_cells_stand_where_they_say_and_what_stands_right_of_the_table_is_left_out_and_told()
    {
        var rows = string.Concat(Enumerable.Range(3, 60).Select(r => $"<row r=\"{r * 2}\"><c r=\"C{r * 2}\" t=\"str\"><v>c{r}</v></c>{(r == 60 ? $"<c r=\"H{r * 2}\"><v>7</v></c>" : "")}</row>"));
        var sheet = Assert.Single(Read(new WrittenBook().Sheet("S", "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"C2\" t=\"str\"><v>c</v></c></row>" + rows)));
        Assert.Equal((60, "||c62"), (sheet.Rows.Count, sheet.Rows[^1]));
        Assert.Equal("One cell to the right of the table is left out.", sheet.Remark);
    }

    [Fact]
    public void A_header_of_two_rows_with_merged_cells_is_read_by_its_last_row_and_a_title_over_it_is_passed_over()
    {
        var sheet = Assert.Single(Read(new WrittenBook().Sheet("S",
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Customers in the north</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>name</v></c><c r=\"B2\" t=\"str\"><v>Address</v></c><c r=\"D2\" t=\"str\"><v>owner</v></c></row>"
            + "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>city</v></c><c r=\"C3\" t=\"str\"><v>country</v></c></row><row r=\"4\"><c r=\"A4\" t=\"str\"><v>Hafen Nord</v></c><c r=\"B4\" t=\"str\"><v>Kiel</v></c><c r=\"C4\" t=\"str\"><v>Germany</v></c><c r=\"D4\" t=\"str\"><v>Ana</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/></mergeCells>")));
        Assert.Equal(["name", "city", "country", "owner"], sheet.Headers);
        Assert.Equal(["Hafen Nord|Kiel|Germany|Ana"], sheet.Rows);
    }

    [Fact]
    public void Texts_in_several_fonts_are_one_text_and_how_a_name_is_spoken_is_none_of_it()
    {
        using var texts = new SharedTexts(Path.GetTempPath()) { Most = 4 };
        texts.Read(new MemoryStream(Encoding.UTF8.GetBytes("<sst><si><t>a</t></si><si><r><t>Ha</t></r><r><t xml:space=\"preserve\"> fen</t></r></si><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si><si/><si><t>one_x000A_two</t></si></sst>")));
        Assert.Equal(["a", "Ha fen", "東京", "", "one\ntwo", "Ha fen"], new[] { 0, 1, 2, 3, 4, 1 }.Select(i => texts[i]));
        Assert.Throws<InvalidDataException>(() => texts[5]);
    }

    [Fact]
    public void A_workbook_that_is_protected_damaged_of_another_kind_or_a_bomb_says_what_to_do()
    {
        var whole = new WrittenBook().Table("S", ["name"], ["One"]).Bytes();
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100_000]];
        Assert.Contains("damaged", Refusal(whole[..(whole.Length / 2)]));
        Assert.Contains("another kind", Refusal(old));
        Assert.Contains("take the password off", Refusal([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("unfolds to more", Refusal(Bomb()));
        Assert.Contains("None of its sheets", Refusal(new WrittenBook().Sheet("S", "").Bytes()));
        Assert.Contains("damaged", Refusal(new WrittenBook().Sheet("S", "<row><c t=\"s\"><v>77</v></c></row>").Bytes()));
        Assert.False(Workbook.Is(new MemoryStream("name,amount\nOne,2\n"u8.ToArray())));
    }

    [Fact]
    public void A_million_rows_pass_in_flat_memory()
    {
        const int Rows = 1_000_000;
        var folder = Directory.CreateTempSubdirectory("coxswain-book-");
        var path = Path.Combine(folder.FullName, "big.xlsx");
        using (var file = File.Create(path)) Large(file, Rows);
        using var content = File.OpenRead(path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
        var sheet = Assert.Single(Workbook.Write(content, folder.FullName));
        Assert.True(most - before < 160_000_000, $"{most - before:N0} bytes at most");
        Assert.Equal(Rows, TableFile.Open(sheet.Path).Table!.Rows().Count());
        folder.Delete(recursive: true);
    }

    // A million different texts of twenty characters: more than is kept in memory.
    private static void Large(Stream file, int rows)
    {
        using var pattern = new ZipArchive(new MemoryStream(new WrittenBook().Table("Deals", ["name"]).Bytes()));
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var entry in pattern.Entries)
        {
            using var to = new StreamWriter(archive.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open());
            if (entry.FullName.EndsWith("sharedStrings.xml", StringComparison.Ordinal))
            {
                to.Write("<sst><si><t>name</t></si>");
                for (var i = 1; i <= rows; i++) to.Write($"<si><t>Deal {i:000000000000000}</t></si>");
                to.Write("</sst>");
            }
            else if (entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal))
            {
                to.Write("<worksheet><sheetData>");
                for (var i = 0; i <= rows; i++) to.Write($"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" t=\"s\"><v>{i}</v></c></row>");
                to.Write("</sheetData></worksheet>");
            }
            else to.Write(new StreamReader(entry.Open()).ReadToEnd());
        }
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var blank = new byte[1 << 20];
            for (var i = 0; i < 100; i++) to.Write(blank);
        }
        return bytes.ToArray();
    }

    private static string Refusal(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        Assert.True(Workbook.Is(content));
        return Assert.Throws<WorkbookException>(() => Workbook.Write(content, Path.GetTempPath())).Message;
    }

    private static List<(string Name, string? Remark, IReadOnlyList<string> Headers, List<string> Rows)> Read(WrittenBook book)
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-book-");
        using var content = new MemoryStream(book.Bytes());
        Assert.True(Workbook.Is(content));
        var read = Workbook.Write(content, folder.FullName).Select(s => TableFile.Open(s.Path) is { Table: { } table } ? (s.Name, s.Remark, table.Headers, table.Rows().Select(r => string.Join('|', r.Fields)).ToList()) : throw new InvalidOperationException(s.Name)).ToList();
        folder.Delete(recursive: true);
        return read;
    }
}
