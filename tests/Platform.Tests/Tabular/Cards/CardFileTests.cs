using System.Text;
using Coxswain.Platform.Tabular;
using Coxswain.Platform.Tabular.Cards;
namespace Coxswain.Platform.Tests.Tabular.Cards;

public sealed class CardFileTests
{
    [Fact]
    public void Cards_of_all_three_versions_in_one_file_are_rows_of_one_table()
    {
        var rows = Read("""
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg
            ORG:Hafen Nord;Ladung
            TEL;CELL:+49 170 1
            TEL;WORK;FAX:+49 431 9
            TEL;WORK;VOICE:+49 431 2
            EMAIL;INTERNET:joerg@hafen.example
            NOTE;ENCODING=QUOTED-PRINTABLE:Likes =
            cranes=0D=0A=
            and ropes
            PHOTO;ENCODING=BASE64;JPEG:
             R0lGODlhAQABAAAAACw=
            R0lGODlhAQABAAAAACw=

            END:VCARD
            begin:vcard
            version:3.0
            fn:Ana Ok
             afor
            item1.email;type=INTERNET,HOME:ana@home.example
            item1.email;type=INTERNET;type=WORK:ana@hafen.example
            title:Head of cranes\, ropes
            adr;type=home:;;Home Street 1;Hamburg;;20000;Germany
            adr;type=work:;;Quay 3;Kiel;;24103;Germany
            url:https\://hafen.example
            end:vcard
            BEGIN:VCARD
            VERSION:4.0
            FN:Łukasz Zając
            ROLE:Buyer
            TEL;VALUE=uri;PREF=2:tel:+48-22-1;ext=7
            TEL;VALUE=uri;TYPE="voice,work";PREF=1:tel:+48-22-2
            TEL;TYPE=cell:+48 600
            X-ODD;X="a:b;c":whatever
            END:VCARD
            """);
        Assert.All(rows, r => Assert.Empty(r.Problems));
        Assert.Equal(["Jörg Müller|Hafen Nord||joerg@hafen.example|+49 431 2|+49 170 1||||Likes cranes\r\nand ropes",
            "Ana Okafor||Head of cranes, ropes|ana@hafen.example|||https://hafen.example|Kiel|Germany|", "Łukasz Zając||Buyer||+48-22-2|+48 600||||"], rows.Select(r => string.Join('|', r.Fields)));
    }

    [Fact]
    public void A_broken_card_says_where_it_stands_and_why_and_the_others_are_read()
    {
        var rows = Read("BEGIN:VCARD\nFN:One\nBEGIN:VCARD\nFN:Two\nEND:VCARD\nBEGIN:VCARD\nFN:Three\nthis is nothing\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Five\n");
        Assert.Equal(["Card 1, on line 1, has no end", "", "Card 3, on line 6: line 8 is no property: “this is nothing”", "Card 4, on line 10, names nobody", "Card 5, on line 13, has no end"],
            rows.Select(r => r.Problems is [{ } problem] ? problem.Message.Split([". ", ": END"], StringSplitOptions.None)[0].TrimEnd('.') : ""));
        Assert.Equal("Two", rows[1][0]);
        Assert.Contains("Five", rows[4][0]);
    }

    [Fact]
    public void An_old_charset_is_read_as_it_says_one_that_says_none_by_its_bytes_and_wide_text_too()
    {
        static string Card(string name) => $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN{name}\r\nEND:VCARD\r\n";
        var greek = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-7")!;
        Assert.Equal("Γιάννης", Read(greek.GetBytes(Card(";CHARSET=ISO-8859-7:Γιάννης")))[0][0]);
        Assert.Equal("Müller", Read(Encoding.Latin1.GetBytes(Card(":Müller")))[0][0]);
        Assert.Equal("東京", Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Card(":東京"))])[0][0]);
        Assert.Equal("Ana", Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Card(";CHARSET=nobody-knows:Ana"))])[0][0]);
    }

    [Fact]
    public void A_picture_of_many_megabytes_costs_nothing()
    {
        var picture = string.Concat(Enumerable.Repeat(" " + new string('A', 74) + "\r\n", 400_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes($"BEGIN:VCARD\r\nPHOTO;ENCODING=b:\r\n{picture}FN:Ana\r\nEND:VCARD\r\n"));
        Assert.Equal("Ana", Assert.Single(TableFile.Open(() => new MemoryStream(stream.ToArray(), false), "a.vcf").Table!.Rows())[0]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000);
    }

    [Fact]
    public void Cards_that_other_programs_wrote_are_read_and_each_names_somebody()
    {
        var files = Directory.GetFiles(Written.SharedData("vcard/ez-vcard"), "*.vcf");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var table = TableFile.Open(file).Table!;
            Assert.Equal(CardFile.Headers, table.Headers);
            var rows = table.Rows().ToList();
            foreach (var row in rows) TestContext.Current.TestOutputHelper!.WriteLine($"{Path.GetFileName(file)}: {string.Join('|', row.Fields.Select(f => f.Length > 60 ? f[..60] : f))} {string.Join(' ', row.Problems.Select(p => p.Message))}");
            Assert.NotEmpty(rows);
            Assert.All(rows, r => Assert.True(r.Problems.Count == 0, $"{Path.GetFileName(file)}: {string.Join(' ', r.Problems.Select(p => p.Message))}"));
        }
    }

    private static List<TableRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    private static List<TableRow> Read(byte[] bytes) => TableFile.Open(() => new MemoryStream(bytes, false), "cards.vcf") is { Table: { } table } && table.Headers.SequenceEqual(CardFile.Headers) ? [.. table.Rows()] : throw new InvalidOperationException("no cards");
}
