using System.Globalization;
using System.Text;
using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class TableWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+49 30", "'+49 30"), InlineData("-cmd", "'-cmd"), InlineData("@SUM(A1)", "'@SUM(A1)"), InlineData("\tx", "'\tx"), InlineData("\rx", "\"'\rx\""), InlineData("-5", "-5"), InlineData("-1,234.50", "\"-1,234.50\""), InlineData("-2+3", "'-2+3"), InlineData("a=b", "a=b"), InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    public async Task Nothing_typed_runs_as_a_formula(string text, string written)
    {
        Assert.Equal(written + "\r\n", await Write(w => w.Text(text)));
        Assert.Equal(text, FormulaGuard.Remove(FormulaGuard.Add(text)));
    }

    [Fact]
    public async Task Numbers_stay_numbers_and_unknown_stays_empty()
    {
        var text = await Write(w => w.Whole(-5).Number(-1.5m).Money(-105410, "EUR").Money(700, "JPY").Money(1, "KWD").Date(new(2026, 4, 3)).Moment(new(2026, 4, 3, 10, 0, 0, DateTimeKind.Utc)).YesNo(false).Whole(null).Money(null, "EUR").Text(null));
        Assert.Equal("-5,-1.5,-1054.10,700,0.001,2026-04-03,2026-04-03T10:00:00Z,false,,,\r\n", text);
    }

    [Fact]
    public async Task A_spreadsheet_of_the_culture_opens_it()
    {
        var text = await Write(w => w.Number(1.5m).Date(new(2026, 4, 3)).Text("a;b").Text("Müller"), TableStyle.For(CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("\uFEFF1,5;03.04.2026;\"a;b\";Müller\r\n", text);
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        string[] values = ["plain", "with, comma", "with \"quotes\"", "two\r\nlines", " spaces ", "שלום 👩‍👩‍👧‍👦", "", new string('x', 10_000), "=1+1", "\r"];
        using var bytes = new MemoryStream();
        await using (var writer = new TableWriter(bytes))
        {
            await writer.HeaderAsync(values.Select((_, i) => $"Column {i}"));
            for (var row = 0; row < 20; row++)
            {
                foreach (var value in values) writer.Text(value);
                await writer.EndRowAsync();
            }
            Assert.Equal(21, writer.Rows);
        }
        var rows = Written.Open(bytes.ToArray()).Table!.Rows().ToList();
        Assert.Equal(20, rows.Count);
        Assert.All(rows, row => Assert.Equal(values, row.Fields.Select(FormulaGuard.Remove)));
    }

    private static async Task<string> Write(Action<TableWriter> row, TableStyle? style = null)
    {
        using var bytes = new MemoryStream();
        await using (var writer = new TableWriter(bytes, style))
        {
            row(writer);
            await writer.EndRowAsync();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
