using Coxswain.Demo.Inventing;
namespace Coxswain.Demo.Writing;

/// <summary>Names as they are written where people come from.</summary>
internal sealed class PeopleNames
{
    private static readonly (string Given, string Family, string Form)[] Written =
    [
        ("Ana Amara Chidi Ngozi Kwame Folake Tunde Zola", "Okafor Adeyemi Asante Mbeki Diallo Nwosu Mensah Abara", "{0} {1}"),
        ("Jonas Ingrid Lars Freja Søren Astrid Mikkel Åsa", "Lindqvist Østergaard Halvorsen Bergström Þórsdóttir Nygård Møller Sjöberg", "{0} {1}"),
        ("Jürgen Lena Matthias Greta Björn Ulrike Anselm Käthe", "Groß Vogt Weiß Bäcker Hübner Voss Jäger Krämer", "{0} {1}"),
        ("Léa François Chloé Élodie Benoît Maëlle Aurélien Noémie", "Fontaine Lefèvre Béranger Dubois Château Marchand Rousseau D’Hondt", "{0} {1}"),
        ("Marco Giulia Chiara Nicolò Elisa Dario Sofia Luca", "Bianchi Conti Ferrara Ricci D’Angelo Moretti Villa Serra", "{0} {1}"),
        ("María José Tomás Lucía Íñigo Inés Álvaro Begoña", "Ruiz Herrera Castro Núñez Muñoz Ibáñez Peña Rivera", "{0} {1}"),
        ("Piotr Zofia Łukasz Jadwiga Wojciech Agnieszka Michał Ewa", "Zieliński Nowak Wójcik Kowalczyk Dąbrowski Szymański Woźniak Kamiński", "{0} {1}"),
        ("Zeynep Emre Şebnem Oğuz Elif Çağla Murat İpek", "Kaya Yıldız Şahin Demir Öztürk Çelik Aydın Koç", "{0} {1}"),
        ("Priya Anil Sunita Rohan Meera Vikram Kavya Arjun", "Raman Sharma Iyer Patel Banerjee Menon Kapoor Reddy", "{0} {1}"),
        ("Thị_Hoa Văn_Minh Thu_Hà Quốc_Bảo Ngọc_Anh Đức Lan Hải", "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi", "{1} {0}"),
        ("Σοφία Γιώργος Ελένη Νίκος Μαρία Δημήτρης Κατερίνα Πέτρος", "Παππά Νικολάου Δήμου Γεωργίου Ιωάννου Κώστα Λάμπρου Ζάχου", "{0} {1}"),
        ("Олена Володимир Ірина Тарас Наталія Богдан Марія Сергій", "Шевченко Ковальчук Мельник Бондаренко Лисенко Ткаченко Гончар Романенко", "{0} {1}"),
        ("نور ليلى كريم يوسف هدى سامر رنا عمر", "الحسيني خوري حداد منصور نجار صباغ قاسم درويش", "{0} {1}"),
        ("יעל דוד נועה איתן תמר אורי מיכל גיל", "כהן לוי מזרחי פרץ ביטון אברהם פרידמן שפירא", "{0} {1}"),
        ("秀英 伟 芳 敏 静 磊 洋 艳", "王 李 张 刘 陈 杨 黄 赵", "{1}{0}"),
        ("健 美咲 翔太 陽子 大輔 恵 拓也 由美", "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村", "{1} {0}"),
        ("민준 서연 지호 하은 도윤 수빈 예준 지우", "김 이 박 최 정 강 조 윤", "{1}{0}"),
        ("अनिता राहुल प्रिया विजय सुमन अमित नेहा संजय", "शर्मा वर्मा गुप्ता जोशी मिश्रा यादव सिंह नायर", "{0} {1}"),
        ("สมชาย มาลี ประเสริฐ กานดา วิชัย นภา สุรชัย อรทัย", "ใจดี รักไทย ศรีสุข บุญมี ทองดี แสงจันทร์ พงษ์ไพร วงศ์ใหญ่", "{0} {1}"),
        ("Siobhán Owen Rhys Niamh Callum Ailsa Eoin Gwen", "O’Neill Griffiths MacLeod Byrne Fraser Kavanagh Pryce Doyle", "{0} {1}"),
    ];

    // A third of the names of each other script, so that about one in five is met: enough to show that all hold, few enough to be read.
    private const int ShareOfOthers = 3;

    private readonly IReadOnlyList<string> _all;
    private readonly Queue<string> _latin;
    private int _next;

    public PeopleNames(Chance chance)
    {
        _all = chance.Shuffled(Written.SelectMany(w => IsLatin(w.Family) ? Of(w) : Of(w).Where((_, i) => i % ShareOfOthers == 0)));
        _latin = new Queue<string>(_all.Where(IsLatin).Reverse());
    }

    /// <summary>Someone who is met first, and whose name most people can read.</summary>
    public string First() => _latin.TryDequeue(out var name) ? name : Next();

    /// <summary>Someone not named before; when all names are used up, with a number, as in any large house.</summary>
    public string Next()
    {
        var (round, place) = Math.DivRem(_next++, _all.Count);
        return round == 0 ? _all[place] : $"{_all[place]} {round + 1}";
    }

    /// <summary>Anyone; two may have the same name.</summary>
    public string Any(Chance chance) => chance.One(_all);

    private static bool IsLatin(string name) => name.Where(char.IsLetter).All(c => c < 0x250 || c is >= (char)0x1E00 and < (char)0x1F00);

    private static IEnumerable<string> Of((string Given, string Family, string Form) written) =>
        from given in written.Given.Split(' ') from family in written.Family.Split(' ') select string.Format(null, written.Form, given.Replace('_', ' '), family);
}
