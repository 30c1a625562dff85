using System.Text;
using System.Text.Json;
using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class SpectrumTests
{
    [Theory]
    [InlineData("comma_in_quotes"), InlineData("empty"), InlineData("empty_crlf"), InlineData("escaped_quotes"), InlineData("json"), InlineData("newlines")]
    [InlineData("newlines_crlf"), InlineData("quotes_and_newlines"), InlineData("simple"), InlineData("simple_crlf"), InlineData("utf8")]
    public void The_acid_tests_read_as_published(string name)
    {
        var folder = Written.SharedData("csv_spectrum");
        var text = File.ReadAllText(Path.Combine(folder, "csvs", name + ".csv"));
        // A copy made with line endings converted has lost what its name promises.
        if (name.EndsWith("crlf", StringComparison.Ordinal)) text = text.ReplaceLineEndings("\r\n");
        var expected = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(Path.Combine(folder, "json", name + ".json")))!;

        var table = Written.Table(text);

        Assert.Equal(expected[0].Keys, table.Headers);
        Assert.Equal(expected.Select(r => string.Join("|", r.Values)), table.Rows().Cells());
        Assert.All(table.Rows(), row => Assert.Empty(row.Problems));
    }

    [Fact]
    public void Every_acid_test_in_the_folder_has_its_line_here()
    {
        var tested = typeof(SpectrumTests).GetMethod(nameof(The_acid_tests_read_as_published))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length;
        Assert.Equal(Directory.GetFiles(Path.Combine(Written.SharedData("csv_spectrum"), "csvs"), "*.csv").Length, tested);
    }

    [Fact]
    public void The_exported_pipeline_reads_whole()
    {
        var opening = TableFile.Open(Path.Combine(Written.SharedData("maven_crm"), "sales_pipeline.csv"));
        Assert.True(opening.Readable);
        Assert.Equal(8_800, opening.Table.Rows().Count());
        Assert.Empty(opening.Table.Problems);
        Assert.All(opening.Table.Rows(), row => Assert.Empty(row.Problems));
    }
}
