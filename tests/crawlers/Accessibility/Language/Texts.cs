namespace Monitor.Crawlers.Tests.Accessibility.Language;

/// <summary>Texts of our own about the same thing, a municipality that asks for opinions.</summary>
internal static class Texts
{
    public const string Bokmål =
        "Kommunen inviterer alle innbyggere til et åpent møte om den nye skolen. Du kan komme og fortelle hva du mener, og vi svarer på spørsmål så godt vi kan. "
        + "De som ikke har mulighet til å møte opp, kan sende oss et brev eller en e-post før utgangen av neste uke. Alle innspill blir lest, og vi skriver en oppsummering som "
        + "legges fram for politikerne sammen med forslaget.";

    public const string Nynorsk =
        "Kommunen inviterer alle innbyggjarane til eit ope møte om den nye skulen. Du kan kome og fortelje kva du meiner, og vi svarar på spørsmål så godt vi kan. "
        + "Dei som ikkje har høve til å møte opp, kan sende oss eit brev eller ein e-post før utgangen av neste veke. Alle innspela blir lesne, og vi skriv ei oppsummering som "
        + "blir lagd fram for politikarane saman med framlegget.";

    public const string English =
        "The municipality invites everybody who lives here to an open meeting about the new school. You can come and tell us what you think, and we will answer questions as well as we can. "
        + "Those who are not able to attend may send us a letter or an email before the end of next week. Everything that reaches us will be read, and we shall write a summary "
        + "that is put before the council together with the proposal.";

    public const string NorthernSámi =
        "Gielda bovde buot ássiid rabas čoahkkimii ođđa skuvlla birra. Don sáhtát boahtit ja muitalit maid don oaivvildat, ja mii vástidit gažaldagaide nu bures go sáhttit. "
        + "Sii geat eai sáhte boahtit, sáhttet sáddet midjiide reivve ovdal boahtte vahku loahpa. Mii lohkat buot cealkámušaid ja čállit oanehis čoahkkáigeasu, "
        + "mii biddjojuvvo politihkkáriid ovdii ovttas árvalusain. Čoahkkin álgá diibmu guhtta eahkes ja bistá guokte diimmu.";

    public const string SouthernSámi =
        "Tjïelte sæjhta gaajhkide maanide hijven skuvlem vedtedh, jïh learohkh edtjieh maehtedh saemien soptsestidh jïh tjaeledh. Datne maahtah prievem mijjese tjaeledh "
        + "jis gyhtjelassh åtnah jallh jis sïjhth jienebh daejredh. Mijjieh gaajhkide vaestiedibie dan varke guktie maehtebe. "
        + "Dïhte orre skuvle lea daerpies juktie dan jeenjh maanah jïh noerh tjïeltesne årroeminie. Tjåanghkoe aalka govhte jïh ryöhkoe göökte tæjmoeh.";

    public const string LuleSámi =
        "Suohkan barggá vaj gájka máná oadtju buorre skåvlåv ja åhpadimev ietjasa gielan. Dån máhtá aj tjállet midjij jus le gatjálvis jali jus sidá diehtet ienebuv. "
        + "Mij vásstedip nåv ruvva gå máhttep, ja gájka åvddånbuktema låhkåduvvi. Ådå skåvllå le dárbulasj danen gå nåv moadda máná ja nuora årru suohkanin. "
        + "Tjåhkanibme álggá gietjav gávtse ja bisot guokta tijma.";

    public const string German =
        "Die Gemeinde lädt alle Einwohner zu einer offenen Versammlung über die neue Schule ein. Sie können kommen und uns erzählen, was Sie denken, und wir beantworten Fragen so gut wir können. "
        + "Wer nicht teilnehmen kann, schickt uns bis zum Ende der nächsten Woche einen Brief oder eine Nachricht. Alles wird gelesen, und wir schreiben eine Zusammenfassung.";

    public const string French =
        "La commune invite tous les habitants à une réunion ouverte sur la nouvelle école. Vous pouvez venir et nous dire ce que vous pensez, et nous répondrons aux questions aussi bien que possible. "
        + "Ceux qui ne peuvent pas venir peuvent nous envoyer une lettre avant la fin de la semaine prochaine. Tout sera lu, et nous écrirons un résumé pour le conseil.";

    public const string Danish =
        "Kommunen inviterer alle borgere til et åbent møde om den nye skole. Du kan komme og fortælle, hvad du synes, og vi svarer på spørgsmål, så godt vi kan. "
        + "De, der ikke har mulighed for at møde op, kan sende os et brev inden udgangen af næste uge. Alle bidrag bliver læst, og vi skriver en sammenfatning, "
        + "som lægges frem for politikerne sammen med forslaget. Efter mødet er der kaffe og kage til alle, og børnene får lov til at lege udenfor imens.";

    public const string Swedish =
        "Kommunen bjuder in alla invånare till ett öppet möte om den nya skolan. Du kan komma och berätta vad du tycker, och vi svarar på frågor så gott vi kan. "
        + "De som inte har möjlighet att komma kan skicka ett brev till oss före slutet av nästa vecka. Alla synpunkter läses, och vi skriver en sammanfattning.";

    public const string Finnish =
        "Kunta kutsuu kaikki asukkaat avoimeen kokoukseen uudesta koulusta. Voit tulla ja kertoa meille, mitä ajattelet, ja me vastaamme kysymyksiin niin hyvin kuin osaamme. "
        + "Ne, jotka eivät pääse paikalle, voivat lähettää meille kirjeen ennen ensi viikon loppua. Kaikki mielipiteet luetaan, ja kirjoitamme niistä lyhyen yhteenvedon.";

    public const string Kven =
        "Kainun kieli oon vähemistökieli, jota puhuthaan Pohjais-Norjassa. Met freistaama antaat lapsille maholisuuen oppiit kieltä koulussa ja kotona, ja kunta auttaa sillä tavala ko se saattaa. "
        + "Jos teilä oon kysymyksii, niin ottakkaa yhtheyttä meihin, niin met vastaamma niin pian ko kerkiämmä.";

    public const string Dutch =
        "De gemeente nodigt alle inwoners uit voor een open bijeenkomst over de nieuwe school. U kunt komen en ons vertellen wat u ervan vindt, en wij beantwoorden vragen zo goed als we kunnen. "
        + "Wie niet kan komen, stuurt ons voor het einde van de volgende week een brief of een bericht. Alles wordt gelezen, en we schrijven een samenvatting voor de raad.";

    public const string Spanish =
        "El municipio invita a todos los vecinos a una reunión abierta sobre la nueva escuela. Usted puede venir y contarnos lo que piensa, y nosotros responderemos a las preguntas lo mejor que podamos. "
        + "Quienes no puedan venir pueden enviarnos una carta antes del final de la próxima semana. Todo será leído, y escribiremos un resumen para el consejo.";

    public const string Portuguese =
        "O município convida todos os moradores para uma reunião aberta sobre a nova escola. Você pode vir e nos dizer o que pensa, e nós vamos responder às perguntas da melhor forma possível. "
        + "Quem não puder vir pode nos enviar uma carta até o fim da próxima semana. Tudo será lido, e não vamos esquecer de escrever um resumo para o conselho.";

    public const string Italian =
        "Il comune invita tutti gli abitanti a una riunione aperta sulla nuova scuola. Potete venire e raccontarci che cosa ne pensate, e noi risponderemo alle domande nel modo migliore possibile. "
        + "Chi non può venire può mandarci una lettera entro la fine della prossima settimana. Tutto sarà letto, e scriveremo una sintesi per il consiglio.";

    public const string Polish =
        "Gmina zaprasza wszystkich mieszkańców na otwarte spotkanie w sprawie nowej szkoły. Można przyjść i powiedzieć nam, co się o tym myśli, a my odpowiemy na pytania najlepiej, jak potrafimy. "
        + "Kto nie może przyjść, może przesłać nam list przed końcem przyszłego tygodnia. Wszystko zostanie przeczytane, a dla rady napiszemy krótkie podsumowanie.";

    public const string Lithuanian =
        "Savivaldybė kviečia visus gyventojus į atvirą susirinkimą apie naują mokyklą. Galite ateiti ir papasakoti mums, ką manote, o mes atsakysime į klausimus taip gerai, kaip galime. "
        + "Tie, kurie negali ateiti, gali atsiųsti mums laišką iki kitos savaitės pabaigos. Viskas bus perskaityta, ir mes parašysime santrauką, kuri bus pateikta tarybai.";

    public const string Russian =
        "Администрация приглашает всех жителей на открытую встречу о новой школе. Вы можете прийти и рассказать нам, что вы об этом думаете, и мы ответим на вопросы так хорошо, как сможем. "
        + "Те, кто не может прийти, могут отправить нам письмо до конца следующей недели. Все отзывы будут прочитаны, и мы напишем краткое изложение для совета.";

    public const string Ukrainian =
        "Громада запрошує всіх мешканців на відкриту зустріч про нову школу. Ви можете прийти й розповісти нам, що ви про це думаєте, а ми відповімо на запитання якнайкраще. "
        + "Ті, хто не може прийти, можуть надіслати нам листа до кінця наступного тижня. Усі відгуки буде прочитано, і ми напишемо їхній підсумок.";

    public const string Belarusian =
        "Абшчына запрашае ўсіх жыхароў на адкрытую сустрэчу пра новую школу. Вы можаце прыйсці і расказаць нам, што вы пра гэта думаеце, а мы адкажам на пытанні як мага лепш. "
        + "Тыя, хто не можа прыйсці, могуць даслаць нам ліст да канца наступнага тыдня.";

    public const string Arabic =
        "تدعو البلدية جميع السكان إلى اجتماع مفتوح حول المدرسة الجديدة. يمكنك الحضور وإخبارنا برأيك، وسنجيب عن الأسئلة قدر الإمكان. من لا يستطيع الحضور يمكنه أن يرسل إلينا رسالة قبل نهاية الأسبوع القادم.";

    public const string Somali =
        "Degmadu waxay ku martiqaadaysaa dhammaan dadka deggan kulan furan oo ku saabsan dugsiga cusub. Waad iman kartaa oo noo sheegi kartaa waxaad u malaynayso, annaguna su'aalaha ayaan uga jawaabi doonnaa sida ugu fiican. "
        + "Kuwa aan iman karin waxay warqad noo soo diri karaan ka hor dhammaadka toddobaadka soo socda.";

    public const string Names =
        "Kari Nordmann, Ola Hansen, Per Olsen, Anne Marie Berg, Nils Johan Eira, Ellen Sara Gaup, Mohammed Ali Khan, Olga Petrova, John Smith, Mary Jane Watson, "
        + "Ingrid Solberg, Lars Erik Moen, Tone Dahl, Knut Lien, Berit Haugen, Svein Arne Lund";
}
