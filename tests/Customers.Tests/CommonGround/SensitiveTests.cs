using Coxswain.Customers.CommonGround;
namespace Coxswain.Customers.Tests.CommonGround;

/// <summary>Sentences as sellers write them, and what they tell of.</summary>
public sealed class SensitiveTests
{
    private static readonly Dictionary<string, string[]> Kept = new()
    {
        ["health"] =
        [
            "He has HIV and does not hide it", "Her nephew's friend says she is autistic", "Was told he has Parkinson's in spring", "Takes her insulin before lunch", "Back after two knee surgeries", "Struggles with anxiety before talks", "Is in a wheelchair since the accident", "Had a mild stroke in May", "Went deaf on one ear",
            "Ist seit Wochen krankgeschrieben", "Hatte letztes Jahr einen Herzinfarkt", "Wurde am Rücken operiert", "Spricht offen über seine Depressionen", "Sitzt seit dem Unfall im Rollstuhl", "Trockener Alkoholiker, bitte keinen Wein schenken", "Erwartet Zuwachs, sie ist SCHWANGER",
            "Il est souvent malade en hiver", "Elle est enceinte de six mois", "A des problèmes de santé depuis deux ans", "Il a été hospitalisé en mars", "Son diabète l'oblige à manger à midi", "Il est dépressif depuis l'hiver",
            "Estuvo enferma todo el invierno", "Le operaron de la rodilla", "Tiene cáncer de piel", "Toma medicación para la ansiedad", "Va en silla de ruedas",
        ],
        ["belief"] =
        [
            "Sings with the rabbi on Saturdays", "Is fasting for Ramadan until Thursday", "Prays before every flight", "She converted and is a devout Catholic now", "Reads the Bible at breakfast", "Was an altar boy", "Comes from a Jehovah's Witness home",
            "Singt sonntags im Kirchenchor", "Ist überzeugter Atheist", "Trägt ein Kopftuch", "Ist aus der Kirche ausgetreten", "Leitet einen Bibelkreis", "Seine Firmung war im Dom, er ist katholisch",
            "Va à la messe le dimanche", "Il est très croyant", "Elle porte le voile islamique", "Fait le carême chaque printemps", "Il prie cinq fois par jour",
            "Va a misa los domingos", "Es muy religiosa", "Reza antes de comer", "Se hizo budista en Nepal",
        ],
        ["politics"] =
        [
            "Voted for the other side last time", "Is a Labour Party donor", "Ran for mayor twice", "Goes to every climate strike", "Shop steward at the yard", "Thinks Brexit was right", "Both of them are staunch Republicans",
            "Sitzt für die SPD im Stadtrat", "Ist im Betriebsrat sehr aktiv", "Wählt die Grünen seit 1990", "War als Wahlhelferin unterwegs", "Kandidierte früher, heute parteilos", "Mitglied bei der IG Metall",
            "Il vote à gauche", "Elle est déléguée syndicale", "Militant de longue date", "Ancien conseiller municipal", "Il a défilé avec les gilets jaunes",
            "Es afiliado al PSOE", "Es concejala en su pueblo", "Fue a la huelga con su sindicato", "Votó a la derecha", "Es muy independentista",
        ],
        ["sexuality"] =
        [
            "He came out as gay last year", "She is bisexual", "Cheated on everybody he was with", "Is trans and fine with it", "Had an affair with a colleague", "They met on Grindr",
            "Er ist schwul und offen damit", "Hatte eine Affäre mit der Chefin", "Lebt in einer offenen Beziehung, sagt er", "Sie ist lesbisch", "Ging früher oft ins Bordell",
            "Il est homosexuel", "Elle est lesbienne", "Il a une liaison avec sa voisine", "Il trompe sa copine",
            "Salió del armario en 2019", "Es bisexual", "Tiene un amante en Madrid", "Va cada año al Orgullo Gay",
        ],
        ["family"] =
        [
            "Her twins start in August", "His cousin runs the harbour", "Is getting married in June", "Has three kids under ten", "Newly divorced and hates the word", "Her stepdaughter rows", "His parents live in Leeds", "Picks up his grandsons on Fridays",
            "Ihr Mann kocht besser als sie", "Hat zwei Söhne und ein Pferd", "Die Enkelin spielt Geige", "Frisch verlobt", "Seine Schwiegermutter wohnt nebenan", "Geht im Frühjahr in Elternzeit", "Kinder sind schon aus dem Haus",
            "Sa femme joue du violon", "Il a deux filles", "Elle vient de divorcer", "Son frère travaille à Lyon", "Ils attendent des jumeaux", "Sa belle-mère cuisine bien",
            "Tiene tres hijos", "Su mujer es de Cádiz", "Se casó el año pasado", "Su hermana vive en Vigo", "Está divorciado", "Cuida de sus nietos",
        ],
    };

    private static readonly string[] Taken =
    [
        "Never misses a Grand Prix", "Always asks what kind of wine it is", "Went to St. Mary's church school", "Works on his golf stroke", "Is a Union Berlin fan", "Plays golf with a handicap of twelve", "Studied in Sussex and rowed there", "Keeps a rabbit called Otto", "Loves Paganini and Bach", "Reads everything by Churchill",
        "Is a chess grandmaster", "On sabbatical until March", "Known for his hospitality", "Drives an old Ford Escort", "Lives in a condominium by the lake", "Drinks Corona with lime", "Runs a family business that makes boats", "Their parent company is in Oslo", "Listens to the Blues Brothers", "Sings Christmas songs in July",
        "Plays bass in a Judas Priest cover band", "Dislikes small talk on Mondays", "Collects stamps from Islamabad", "Ask her about the Sex Pistols", "Has a trump card for every game", "Single malt, never blended", "Kind to every waiter", "Bakes with extra virgin olive oil", "Climbs in the Dolomites each autumn", "Holds a bachelor of science from Delft",
        "Studied political science in Ghent", "Flies gliders and repairs the twin engine himself", "Hates product demonstrations over forty minutes", "Reads Lee Child on planes", "Learned the violin by himself", "Likes Thelonious Monk", "Is liked for a conservative estimate", "Early adopter of anything with a plug",
        "Sucht einen Partner für Tennis", "Ist beim Essen wählerisch", "Spielt Handball in Mönchengladbach", "Liest gern Thomas Mann", "Hat großes Potenzial am Klavier", "Mag grüne Soße und Apfelwein", "Segelt seit dreißig Jahren auf der Ostsee", "Erste Wahl ist immer Riesling", "Findet Skat kinderleicht", "Arbeitet lediglich vormittags", "Erklärt gern die linke Hand am Klavier", "Ehe man fragt, schenkt er Kaffee ein", "Schläft am liebsten mit offenem Fenster", "Liebt seine geliebte Vespa", "Hat über Nietzsche geschrieben", "Baut ihre Tochtergesellschaft in Prag auf", "Frau Berg trinkt nur Tee", "Züchtet Rosen und hört Verdi",
        "Son vin préféré est un bourgogne", "Il a son permis bateau", "Aime la dégustation à l'aveugle", "Fait du vélo chaque samedi", "Il a bon goût en musique", "Collectionne les montres anciennes", "Joue du piano et du jazz", "Connaît bien la maison Dupont et Fils", "Supporter de Saint-Étienne, les Verts", "Marie aime la randonnée", "Ne sait pas cacher sa joie", "Écoute une enceinte bluetooth au bureau", "Adore le Malade imaginaire", "Travaille sa voix au conservatoire",
        "Bebe vino tinto y nunca café", "Son de Bilbao los dos", "Le gustan los tacos al pastor", "Está familiarizada con los barcos", "Se acuesta temprano", "Toca la guitarra flamenca", "Corre maratones en otoño", "Es aficionado al ajedrez", "Pasa el verano en Baja California", "Hizo una buena elección de vinos", "Cocina con aceite de oliva virgen", "Cerró una operación grande en mayo", "Colecciona discos de vinilo",
    ];

    [Fact]
    public void What_tells_of_health_belief_politics_sexuality_or_family_is_found_in_four_languages_in_whatever_form()
    {
        Assert.True(Kept.Values.Sum(s => s.Length) >= 60);
        Assert.Empty(Kept.SelectMany(k => k.Value.Where(s => Sensitive.In(s) is not { } found || found != k.Key).Select(s => $"{s}: {Sensitive.In(s) ?? "nothing"}, not {k.Key}")));
    }

    [Fact]
    public void What_only_sounds_like_it_is_taken_in_four_languages()
    {
        Assert.True(Taken.Length >= 60);
        Assert.Empty(Taken.Where(s => Sensitive.In(s) is not null).Select(s => $"{s}: {Sensitive.In(s)}"));
    }

    [Theory, InlineData("health"), InlineData("belief"), InlineData("politics"), InlineData("sexuality"), InlineData("family")]
    public void What_is_taken_out_before_never_hides_what_stands_beside_it(string matter) =>
        Assert.All(Kept[matter], s => Assert.Equal(matter, Sensitive.In($"Never misses a Grand Prix. {s}. Union Berlin")));
}
