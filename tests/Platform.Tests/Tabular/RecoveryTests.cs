using System.Diagnostics;
using System.Text;
using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

/// <summary>Measures time and memory, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class RecoveryTests
{
    [Fact]
    public void A_forgotten_closing_quote_costs_one_row_at_the_end_of_a_file()
    {
        var rows = Written.Table("a,b\n1,2\n\"3,4\n5,6\n7,8\n").Rows().ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal("5|6", rows.Cells()[2]);
        Assert.Equal([3L], rows.Where(r => r.Problems.Any(p => p.Fault == TableFault.OpenQuote)).Select(r => r.Line));
        Assert.Contains("line 3", rows[1].Problems[0].Message);
    }

    [Fact]
    public void A_forgotten_closing_quote_does_not_join_the_next_quoted_row()
    {
        var rows = Written.Table("a,b\n1,\"x\"\n2,\"forgotten\n3,\"y\"\n4,\"line one\nline two\"\n").Rows().ToList();
        Assert.Equal(["1|x", "2|forgotten", "3|y", "4|line one\nline two"], rows.Cells());
        Assert.Equal([3L], rows.Where(r => r.Problems.Count > 0).Select(r => r.Line));
        Assert.Equal([2, 3, 4, 5], rows.Select(r => (int)r.Line));
    }

    [Fact]
    public void A_forgotten_quote_in_a_long_file_swallows_nothing()
    {
        var text = new StringBuilder("a,b\n1,\"open\n");
        for (var i = 0; i < 600_000; i++) text.Append("row,").Append(i).Append('\n');
        var rows = Written.Table(text.ToString()).Rows().ToList();
        Assert.Equal(600_001, rows.Count);
        Assert.Equal(1, rows.Count(r => r.Problems.Count > 0));
        Assert.Equal("row|599999", string.Join("|", rows[^1].Fields));
        Assert.Equal(600_002, rows[^1].Line);
    }

    [Fact]
    public void An_endless_line_is_cut_and_marked()
    {
        var rows = Written.Table("a,b\n1," + new string('x', TableLimits.RowBytes + 500_000) + "\n2,3\n").Rows().ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows[0].Problems, p => p.Fault == TableFault.RowTooLong);
        Assert.Equal("2|3", string.Join("|", rows[1].Fields));
    }

    [Fact]
    public void Inches_and_stray_quotes_are_text()
    {
        var rows = Written.Table("a,b\n5\" pipe,x\n\"6\"\" pipe\",y\n").Rows().ToList();
        Assert.Equal(["5\" pipe|x", "6\" pipe|y"], rows.Cells());
        Assert.All(rows, r => Assert.Empty(r.Problems));
    }

    [Theory]
    [InlineData(65001), InlineData(1200), InlineData(1252)]
    public void Reading_goes_on_after_any_row(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var table = Written.Table("Name,Note\r\nMüller,x\r\n\r\nB,\"two\r\nlines\"\r\n\"open,y\r\nC,Ö\r\nD,short\r\nE,z", encoding);
        var whole = table.Rows().ToList();
        Assert.Equal(6, whole.Count);
        foreach (var stop in whole)
        {
            var rest = table.Rows(stop.End).ToList();
            Assert.Equal(whole.Skip((int)stop.Number).Select(Shown), rest.Select(Shown));
        }

        static string Shown(TableRow row) => $"{row.Number} {row.Line} {string.Join("|", row.Fields)} {row.End} {row.Problems.Count}";
    }

    [Fact]
    public void Emoji_and_accents_do_not_move_the_place()
    {
        var bytes = new UTF8Encoding(true).GetPreamble().Concat("n,t\n1,👩‍👩‍👧‍👦é\n2,x\n"u8.ToArray()).ToArray();
        var rows = Written.Open(bytes).Table!.Rows().ToList();
        Assert.Equal(bytes.Length - 1, rows[1].End.Position);
        Assert.Equal("2|x", Written.Open(bytes).Table!.Rows(rows[0].End).Cells().Single());
    }

    [Fact]
    public void Many_forgotten_quotes_in_an_old_encoding_take_no_second_pass_each()
    {
        var text = "a;b\n" + string.Concat(Enumerable.Range(1, 30_000).Select(n => $"{n};\"Müller\n"));
        var watch = Stopwatch.StartNew();
        var rows = Written.Table(text, CodePagesEncodingProvider.Instance.GetEncoding(1252)!).Rows().ToList();
        Assert.Equal(30_000, rows.Count(r => r.Problems.Count == 1 && r[1] == "Müller"));
        Assert.True(watch.Elapsed.TotalSeconds < 60, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(7), InlineData(77)]
    public void Whatever_is_in_a_file_reading_ends_and_goes_on_alike_after_any_row(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++)
        {
            var text = "h1,h2\n" + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => "ab,\"\n\r é"[random.Next(8)]));
            var table = Written.Table(text);
            var whole = table.Rows().ToList();
            foreach (var stop in whole)
                Assert.Equal(whole.Skip((int)stop.Number).Select(Shown), table.Rows(stop.End).Select(Shown));
        }

        static string Shown(TableRow row) => $"{row.Number} {row.Line} {string.Join("|", row.Fields)} {row.End}";
    }

    [Fact]
    public void A_forgotten_quote_in_the_header_is_told()
    {
        Assert.Contains(Written.Table("\"Name,City\nA,B\nC,D\n").Problems, p => p.Fault == TableFault.OpenQuote);
    }

    [Fact]
    public void A_hundred_megabytes_stream_fast_and_in_little_memory()
    {
        var path = Path.Combine(Path.GetTempPath(), $"coxswain-{Guid.NewGuid():n}.csv");
        try
        {
            using (var writer = new StreamWriter(path))
            {
                writer.Write("id,name,stage,amount,date,note\n");
                for (var i = 0; i < 1_500_000; i++) writer.Write($"{i},Deal number {i},Discover,{i * 7 % 90000}.50,2026-04-{i % 28 + 1:00},\"short, note\"\n");
            }
            var before = GC.GetTotalMemory(true);
            var watch = Stopwatch.StartNew();
            long rows = 0, most = 0;
            foreach (var row in TableFile.Open(path).Table!.Rows())
                if (++rows % 100_000 == 0) most = Math.Max(most, GC.GetTotalMemory(true) - before);
            Assert.True(new FileInfo(path).Length > 95_000_000);
            Assert.Equal(1_500_000, rows);
            Assert.True(rows / watch.Elapsed.TotalSeconds > 100_000, $"{rows / watch.Elapsed.TotalSeconds:n0} rows/s");
            Assert.True(most < 20_000_000, $"{most:n0} bytes");
            TestContext.Current.TestOutputHelper?.WriteLine($"{rows / watch.Elapsed.TotalSeconds:n0} rows/s, {most:n0} bytes held");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
