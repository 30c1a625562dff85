using System.IO.Compression;
using System.Text;
using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class TableFileTests
{
    [Theory]
    [InlineData(','), InlineData(';'), InlineData('\t'), InlineData('|')]
    public void The_separator_is_found_even_among_others_in_quotes(char sign)
    {
        var lines = Enumerable.Range(1, 30).Select(n => string.Join(sign, $"Deal {n}", $"\"a,b;c|d\te{n}\"", "1"));
        var table = Written.Table(string.Join(sign, "Name", "Note", "Count") + "\n" + string.Join("\n", lines));
        Assert.Equal(sign, table.Shape.Separator);
        Assert.Equal(30, table.Rows().Count(r => r.Problems.Count == 0 && r[2] == "1"));
    }

    [Fact]
    public void Decimal_commas_do_not_pass_for_separators()
    {
        var table = Written.Table("Name;Amount;Share\nA;1,5;0,25\nB;2,5;0,75\nC;3,5;0,10\n");
        Assert.Equal(';', table.Shape.Separator);
        Assert.Equal(["A|1,5|0,25", "B|2,5|0,75", "C|3,5|0,10"], table.Rows().Cells());
    }

    [Fact]
    public void A_line_that_names_the_separator_is_obeyed()
    {
        var table = Written.Table("sep=;\r\nName;Note\r\nA;x,y\r\n");
        Assert.Equal(["Name", "Note"], table.Headers);
        Assert.Equal(["A|x,y"], table.Rows().Cells());
        Assert.Equal(2, table.Shape.HeaderLine);
        Assert.Equal(LineEnding.CrLf, table.Shape.LineEnding);
    }

    public static TheoryData<string, int, string> Encodings => new()
    {
        { "utf-8", 65001, "Name,Ort\nMüller,Köln\nŁukasz,Łódź\n" }, { "utf-16", 1200, "Name,Ort\nMüller,Köln\nŁukasz,Łódź\n" }, { "utf-16BE", 1201, "Name,Ort\nMüller,Köln\nŁukasz,Łódź\n" },
        { "windows-1252", 1252, "Name;Ort\nMüller & Söhne;Köln\nCafé Zürich;Genève\nPeña – €;Málaga\n" },
        { "windows-1251", 1251, "Имя;Город;Примечание\nИван Петров;Москва;новый договор подписан\nАнна Смирнова;Казань;перезвонить на следующей неделе\n" },
        { "shift_jis", 932, "会社名,担当者,備考\n株式会社テスト,山田太郎,来週もう一度電話をかける\nソニーサービス,鈴木花子,見積書を送付しました\n" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found_with_and_without_a_mark(string name, int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        foreach (var bytes in new[] { encoding.GetBytes(text), [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] })
        {
            var opening = Written.Open(bytes);
            Assert.True(opening.Readable, opening.Problem?.Message);
            Assert.Equal(name, opening.Table.Shape.Encoding);
            Assert.Equal(text.Trim().Split('\n').Select(l => l.Replace(',', '|').Replace(';', '|')), [string.Join("|", opening.Table.Headers), .. opening.Table.Rows().Cells()]);
        }
    }

    [Fact]
    public void The_first_accent_may_stand_at_the_end_of_a_long_file()
    {
        var text = "Name,City\n" + string.Concat(Enumerable.Repeat("Smith,London\n", 60_000)) + "Müller,Köln\n";
        foreach (var encoding in new[] { new UTF8Encoding(false), CodePagesEncodingProvider.Instance.GetEncoding(1252)! })
            Assert.Equal("Müller|Köln", Written.Table(text, encoding).Rows().Last() is var last ? string.Join("|", last.Fields) : "");
    }

    [Fact]
    public void A_file_that_mixes_encodings_reads_each_value_as_it_was_written()
    {
        byte[] bytes = [.. "Name,City\nMüller,Köln\nŁukasz,Łódź\nŽižek,Škofja\n"u8, .. "Caf"u8, 0xE9, .. ",Paris\n"u8];
        var table = Written.Open(bytes).Table!;
        Assert.Equal(["Müller|Köln", "Łukasz|Łódź", "Žižek|Škofja", "Café|Paris"], table.Rows().Cells());
        Assert.Equal(TableFault.MixedEncoding, Assert.Single(table.Problems).Fault);
    }

    [Fact]
    public void An_empty_file_says_so()
    {
        Assert.Equal(TableFault.Empty, Written.Open("").Problem!.Fault);
        Assert.Equal(TableFault.Empty, Written.Open("\r\n\r\n  \r\n").Problem!.Fault);
        Assert.Equal(TableFault.Empty, Written.Open([0xEF, 0xBB, 0xBF]).Problem!.Fault);
        Assert.Equal(TableFault.Missing, TableFile.Open("/nowhere/deals.csv").Problem!.Fault);
    }

    [Fact]
    public void A_header_without_rows_says_so_and_reads()
    {
        var table = Written.Table("Name,City\n");
        Assert.Equal(TableFault.OnlyHeader, Assert.Single(table.Problems).Fault);
        Assert.Empty(table.Rows());
    }

    [Fact]
    public void Pictures_archives_and_spreadsheets_are_refused_with_a_way_out()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
        Assert.Equal(TableFault.Binary, Written.Open(png).Problem!.Fault);
        Assert.Contains("PNG", Written.Open(png).Problem!.Message);
        var sheet = Written.Open(Zip("[Content_Types].xml")).Problem!;
        Assert.Equal(TableFault.Spreadsheet, sheet.Fault);
        Assert.Contains("CSV UTF-8", sheet.Message);
        Assert.Contains("Unpack", Written.Open(Zip("deals.csv")).Problem!.Message);
        var noise = new byte[5_000];
        new Random(1).NextBytes(noise);
        noise[0] = 1;
        Assert.Equal(TableFault.Binary, Written.Open(noise).Problem!.Fault);
    }

    [Fact]
    public void A_single_zero_byte_is_taken_out_and_reported_on_its_row()
    {
        var rows = Written.Table("Name,City\nAn\0na,Oslo\n" + string.Concat(Enumerable.Repeat("Bo,Bergen\n", 50))).Rows().ToList();
        Assert.Equal("Anna", rows[0][0]);
        Assert.Equal(TableFault.ControlCharacters, Assert.Single(rows[0].Problems).Fault);
    }

    [Fact]
    public void Repeated_and_blank_headers_get_names_and_are_reported()
    {
        var table = Written.Table("Name,name,,Name\n1,2,3,4\n");
        Assert.Equal(["Name", "name (2)", "Column 3", "Name (3)"], table.Headers);
        Assert.Equal(["Name", "Name (3)", "Name (2)"], Written.Table("Name,Name,Name (2)\n1,2,3\n").Headers);
        Assert.Contains(table.Problems, p => p.Fault == TableFault.DuplicateHeader && p.Message.Contains("more than once") && p.Line == 1);
        Assert.Contains(table.Problems, p => p.Fault == TableFault.EmptyHeader);
    }

    [Fact]
    public void Rows_with_too_many_or_too_few_fields_stay_and_are_marked()
    {
        var rows = Written.Table("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n\n1,2,3\n").Rows().ToList();
        Assert.Equal(["1|2|3", "1|2|", "1|2|3", "1|2|3", "1|2|3"], rows.Cells());
        Assert.Equal([null, TableFault.TooFewFields, TableFault.TooManyFields, null, null], rows.Select(r => r.Problems.Count > 0 ? r.Problems[0].Fault : (TableFault?)null));
        Assert.Equal(["4"], rows[2].Surplus);
        Assert.Equal([2, 3, 4, 5, 7], rows.Select(r => (int)r.Line));
        Assert.Equal([1, 2, 3, 4, 5], rows.Select(r => (int)r.Number));
    }

    [Fact]
    public void Title_lines_before_the_header_are_passed_over_and_told()
    {
        var table = Written.Table("Opportunity report\nCreated by Anna\n\nName,Stage,Amount\nA,Won,5\nB,Lost,6\n");
        Assert.Equal(["Name", "Stage", "Amount"], table.Headers);
        Assert.Equal(4, table.Shape.HeaderLine);
        Assert.Contains(table.Problems, p => p.Fault == TableFault.LinesBeforeHeader);
        Assert.Equal(2, table.Rows().Count());
    }

    [Fact]
    public void A_file_without_header_loses_no_row()
    {
        var table = Written.Table("Anna,anna@example.com,12.50\nBo,bo@example.com,13.00\n");
        Assert.Equal(["Column 1", "Column 2", "Column 3"], table.Headers);
        Assert.Equal(2, table.Rows().Count());
        Assert.Equal(TableFault.NoHeader, Assert.Single(table.Problems).Fault);
        Assert.Equal(["Region", "2024", "2025"], Written.Table("Region,2024,2025\nNorth,5,6\nSouth,7,8\n").Headers);
    }

    [Fact]
    public void One_column_of_names_is_not_cut_at_their_commas() => Assert.Equal(["Anna, Oslo", "Bo", "Cleo"], Written.Table("Name\nAnna, Oslo\nBo\nCleo\n").Rows().Cells());

    [Fact]
    public void A_separator_at_the_end_of_each_line_makes_no_column()
    {
        Assert.Equal(["Name", "City"], Written.Table("Name;City;\nA;B;\nC;D;\n").Headers);
        Assert.Equal(["Name", "City", "Column 3"], Written.Table("Name;City;\nA;B;5\nC;D;\n").Headers);
    }

    [Fact]
    public void Old_line_endings_are_read()
    {
        Assert.Equal(["1|2", "3|4"], Written.Table("a,b\r1,2\r3,4\r").Rows().Cells());
        Assert.Equal(LineEnding.Cr, Written.Table("a,b\r1,2\r").Shape.LineEnding);
    }

    [Fact]
    public void Ten_thousand_characters_right_to_left_text_and_emoji_survive()
    {
        var texts = new[] { new string('x', 10_000), "שלום עולם", "مرحبا، \"سوق\"", "👩‍👩‍👧‍👦 🚣🏽", "\u200Fabc" };
        var table = Written.Table("Note,n\n" + string.Join("\n", texts.Select(t => $"\"{t.Replace("\"", "\"\"")}\",1")));
        Assert.Equal(texts, table.Rows().Select(r => r[0]));
        Assert.All(table.Rows(), r => Assert.Empty(r.Problems));
    }

    [Fact]
    public void A_field_beyond_the_limit_is_marked_but_whole()
    {
        var row = Written.Table("a,b\n" + new string('x', TableLimits.FieldCharacters + 1) + ",2\n1,2\n").Rows().First();
        Assert.Equal(TableFault.FieldTooLong, Assert.Single(row.Problems).Fault);
        Assert.Equal("2", row[1]);
    }

    private static byte[] Zip(string entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry(entry).Open())) writer.Write("a,b\n1,2\n");
        return bytes.ToArray();
    }
}
