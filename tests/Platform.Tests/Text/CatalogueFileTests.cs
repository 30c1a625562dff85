using System.Text;
using Coxswain.Platform.Text;
namespace Coxswain.Platform.Tests.Text;

public sealed class CatalogueFileTests
{
    [Theory]
    [InlineData("""{ "Due {0}": "Fällig {1}" }""", "names an argument")]
    [InlineData("""{ "Due {0}": "Fällig {0" }""", "Texts/de.json")]
    [InlineData("""{ "{0} deals": { "one": "ein Geschäft" } }""", "lacks the form \"other\"")]
    [InlineData("""{ "{0} deals": { "plural": "Geschäfte" } }""", "known are zero, one")]
    [InlineData("""{ "Due": "" }""", "translated by nothing")]
    [InlineData("""{ "Due": "Fällig", "Due": "Schuldig" }""", "twice")]
    [InlineData("""{ "Due": 5 }""", "Texts/de.json")]
    [InlineData("""[ "Due" ]""", "Texts/de.json")]
    [InlineData("nothing", "Texts/de.json")]
    public void A_slip_in_a_catalogue_is_named_with_its_file(string json, string expected)
    {
        var failure = Assert.Throws<InvalidDataException>(() => Read(json));
        Assert.StartsWith("Texts/de.json: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_may_leave_the_count_out() => Assert.Equal("ein Geschäft", Read("""{ "{0} deals": { "one": "ein Geschäft", "other": "{0} Geschäfte" } }""")["{0} deals"].For(1));

    private static Dictionary<string, Translation> Read(string json) => CatalogueFile.Read("Texts/de.json", new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
