"""Given names of many countries: they tell people from bodies, and whom "he" and "she" can mean."""

MALE = frozenset(
    """aaron abdul abdullah abraham adam ademola adeyemi adnan adrien ahmed aidan aiden ajay akash
    akin akira aksel alan alasdair albert albin aldo alec alejandro aleksandar aleksander
    aleksandr aleksei alessandro alexander alexei alfie alfonso alfred alfredo ali alistair alun
    alvaro alvin amadeus amadou ambrose amir amit amos anand anatoly anders andre andreas andrei
    andres andrew andrzej andy aneurin angus anil ansel anselm anthony antoine anton antonio
    anwar archibald archie aref aristide arjun armando arnaud arne arnold arthur arturo arvid
    arvind ashok ashraf asif august aurelio austin axel aziz babak babatunde bakary balazs
    baptiste barnaby barrie barry bartholomew bartosz basheer bashir basil bastian bayo bela ben
    benedict benedikt benito benjamin benoit bernard bernardo berndt bertie bertil bertram bill
    billy bjarne bjorn bob bobby bogdan boniface boris brad bradley bram brandon branko brendan
    brent brett brian bruce bruno bryan bryce burak byron byung caleb callan callum calum
    cameron camilo carl carlo carlos carsten casimir casper cathal cecil cedric cesar chad
    chandra charles charlie chibueze chidi chike chima chinedu chirag christian christoph
    christopher chukwuemeka cian ciaran cillian clarence claude claudio claus clement cletus
    cliff clifford clint clive clyde colin colm connell connor conor constantin corey cormac
    cornelius cory cosmin craig cristian cristiano curtis cuthbert cyril cyrus dafydd daisuke
    damian damien damir damon dan daniel danilo danish danny dario darius darragh darren darryl
    dave david davide davor dawid dean declan deepak demetrius denis dennis denzel derek dermot
    derrick desmond desta dewi diarmuid didier diego dieter dietrich dilip dimitri dinesh dino
    dirk djibril dmitri dmitry dmytro dominic don donal donald donnie donovan dorian doug dougie
    douglas duncan dusan dwayne dylan eamon eamonn ebenezer eberhard ed eddie edgar edmund
    edoardo edric eduardo edward edwin efrain egil eirik eitan elias elijah eliot elliot elliott
    elmer emanuel emeka emeric emil emilio emmanuel emre enda enrique enzo eoghan eoin eric erik
    erling ernest ernesto ernst errol esteban ethan eugene evan evangelos evaristo everett ewan
    ezekiel ezra fabian fabio fadi faisal faraz farhad farid fateh federico felipe felix femi
    feodor ferdinand fergus fernando ferran filip filippo finbar finlay finn fintan floyd
    folarin francesco francis francisco francois frank frankie franz fred freddie frederick
    fredrik friedrich fritz gabor gareth garrett gary gaston gaurav gavin gene gennady geoff
    geoffrey georg george georges georgi georgios gerald gerard gerhard german gerry giacomo
    gilbert gilberto giles giorgio giovanni gjon glen glenn glyn godfrey gonzalo gopal goran
    gordon govind graeme graham grant greg gregory grigori guido guillaume guillermo gunther
    gustaf gustav gustavo guy haakon habib hafeez hakan hakim hal hamid hamish hamza hank hannes
    hanno hans harald hari haris harold haroon harry haruki haruto harvey hassan haydn hector
    heiko heinrich helmut hendrik henri henrik henry herbert herman hermann hideo hiroshi hiroto
    hjalmar horace hossein howard hristo hubert hugh hugo humberto humphrey hussein iain ian
    ibrahim idris ifeanyi ignacio igor ikechukwu ilie ilir ilya imad imran imre ingmar ioannis
    iqbal isaac isak iskander ismael ismail istvan ivan ivo ivor jacek jack jackson jacob
    jacques jaime jake jakob jakub jamal james jamie janek jannik janos jared jarek jaroslav
    jarrod jason jasper javed javier jay jed jeff jeffrey jens jeremiah jeremy jermaine jerome
    jerry jerzy jesus jim jimmy joachim joaquim joaquin jochen joe joel johan johann john johnny
    jon jonah jonas jonathan joost jordi jorge jorgen joris jose josef joseph josh joshua josiah
    josip jovan jozef juan jukka julian julio jurgen justin justus kabir kader kamal karan
    kareem karim karl karsten kasper kazimierz kazuo keanu keir keith kelechi kelvin ken kenan
    kenji kenneth kenny kerem keshav kevin khalid kian kieran kjell klaus knut kofi konrad
    kostas krishna krzysztof kunal kurt kwabena kwaku kwame kwesi kyle lachlan ladislav lajos
    lakshman lalit lamar lamine lance lars lasse laszlo laurence lauri lawrence lazar leandro
    lech leif leland len leo leon leonard leonid leopold leroy lester lev levent levi lewis liam
    linas lionel lloyd lluis lorcan lorenzo lothar louie louis luan luca lucas luciano lucien
    ludwig luis luka lukas lukasz luke lyndon maciej magnus mahmoud maksim malachi malcolm malik
    manfred manish manoj mansoor manuel manus marc marcel marcelo marcin marco marcos marcus
    marek mariano mario marius mark marko markus martin martyn marvin massimo mateo mathieu
    mathis matt matteo matthew matthias matthijs matti maurice mauricio max maxim maximilian
    mehdi mehmet melville melvin meredydd merlin micah michael michel mick miguel mihai mihail
    mikael mike mikhail mikkel mikko miklos milan miles milos mirko miroslav mitchell mohamed
    mohammad mohammed mohan mohit monty mordecai morten moses muhammad mungo mustafa myles nabil
    nadeem nadir nathan nathaniel naveed naveen ned nedim neil nelson neville niall nicholas
    nick nico nicolae nicolai nicolas niels nigel nikhil niko nikola nikolai nikos niles nils
    njoroge noah noel norbert norman nuno obinna octavio olaf olav oleg oleksandr oleksiy oliver
    olivier olu olumide omar omari oran orson oscar oskar osman ostap osvaldo oswald otto oumar
    owain owen ozan paavo pablo paddy padraig paolo pascal patrice patrick patrik paul pavel
    pawel peadar pedro pekka percival percy perry petar pete peter petr petros petter phil
    philip philipp philippe pierluigi pierre piers pieter piotr pradeep pradip prakash pranav
    praveen prosper przemyslaw pádraig quentin quincy radek rafa rafael raheem rahul rainer raj
    rajesh rajiv rakesh ralph ramesh rami ramiro ramon randall rashid rasmus rauf raul ravi
    ravindra ray raymond raymundo reece reggie reginald regis remi remy renato rene reuben rex
    rhodri rhys ricardo richard rick rickie ricky rico roald rob robbie robert roberto rocco rod
    roderick rodney rodrigo roger rohan rohit roland rolf romain roman romeo ron ronald ronaldo
    ronan ronnie rory ross roy royston ruairi ruairí ruben rudi rudolf rudy rufus rune rupert
    russell rusty rutger ryan ryszard sabri saeed sajid salim salman salvador salvatore samir
    sampath samuel sandeep sanjay sanjeev santiago santino satish saul saurabh scott seamus sean
    seb sebastian sebastiano sebastien selim sello seppo serge sergei sergey sergio serhiy seth
    seun severin shamus shane shankar shaun sheldon shigeru shivam shlomo sid siddharth sidney
    siegfried sigmund sigurd silas simeon simon sipho sizwe slobodan solomon soren spencer
    srinivas stanislav stanley stavros stefan stefano stefanos steffen stelios stellan sten
    stephen steve steven stewart stian stig stuart sulaiman sunil suresh sven sverre sylvester
    tadej tadeusz takashi takeshi tamas tapio tarek tarik tariq taro ted tendai teodor terence
    terje terrence terry thabo thad thaddeus theo theodore theodoros thibault thierry thijs
    thomas thor thorsten thulani tiago tibor tim timo timothy timur tobias tobin toby todd tom
    tomas tomasz tommaso tommy tony torben tore torsten toshiro travis trevor tristan tuan tunde
    tyler tyrell tyrone ugo ulrich umar umberto unai usman uwe vaclav vadim valentin valentino
    vasil vasile vasily vaughan vernon victor viggo vijay vikram viktor vilhelm vince vincent
    vincenzo vinod viraj vishal vitali vito vitor vivek vlad vladimir vladislav vojtech volkan
    volodymyr vusi wade waldemar waldo wallace walt walter warren wasim wayne wendell werner wes
    wesley wilbert wilbur wilf wilfred wilfrid wilhelm will willem william willie winston
    wojciech wolfgang woodrow wyatt xander xavier yannick yannis yaroslav yasin yasser yevgeny
    yiannis yonas yorick youssef yuri yusuf yves zach zachary zack zakaria zaki zbigniew zdenek
    zeke zeljko zhenya zigmund zoltan zoran zubair zygmunt""".split()
)
FEMALE = frozenset(
    """aaliyah abbie abeba abi abigail adaeze adanna adele adelina adriana aemilia agata agatha
    agathe aggie agnes agnieszka aileen ailsa aimee aine aisha aishwarya aisling aislinn alba
    alejandra aleksandra alena alessandra alessia alexa alexandra alexandria alia alice alicia
    alina alisha alison alma althea alyona alyssa amabel amalia amanda amara amber amelia amelie
    amina amira amparo amrita amy ana anais anastasia andrée anette angela angelica angelina
    anika anita anjali ann anna annabel annabelle anne anneka annelise annette annie annika
    antoinette antonia anya aoife aparna apinya arabella araminta ariadne ariana arlene asha
    ashanti asma asta astrid asya athena audrey aurelia aurora ava ayesha ayumi azra bahar
    barbara bardha beatrice beatrix beatriz becca becky belinda bella benedetta bente bernadette
    bernice bertha beryl bess bessie beth bethan bethany betsy bettina betty beverley beverly
    bianca birgit birgitta blanca blanche bonita bonnie branka branwen breda brenda briana
    bridget bridie brigid brigitte britta bronagh bronwen brooke brunhilde bryony bríd camila
    camilla camille candice cara carina carla carlotta carmel carmen carol carole caroline
    carolyn carrie carys cassandra cassie catarina caterina catherine cathleen cathy catrin
    catriona cecile cecilia celeste celia celine ceri chantal charity charlene charlotte
    charmaine cheryl chiamaka chiara chioma chloe chrissie christa christabel christiane
    christina christine ciara cicely cindy claire clara clare clarice clarissa claudette claudia
    clementine cleo clodagh colette colleen concepcion concetta connie constance consuelo cora
    cordelia corinna corinne cornelia cosima courtney cressida cristina crystal cynthia dagmar
    dahlia daisy danica daniela danielle danuta daphne darlene dawn debbie deborah debra deepa
    deidre deirdre delia delilah della delphine denise derya desiree devika dhriti diana diane
    dianne dilys dina dinah divya dolores dominika donna dora doreen doris dorota dorothea
    dorothy dottie dulce dunja dympna ebba ebony eda edie edith edna edwina effie eileen eilidh
    eimear eira eirlys ekaterina elaf elaine eleanor elena eleni elfriede eliana elif elin elina
    elinor elisa elisabeth elise eliza elizabeth elke ella ellen ellie eloise elsa elsbeth elsie
    elspeth elva elvira emer emilia emilie emily emine emma enid erica erika erin ernestine esme
    esmeralda estella estelle esther ethel etta eudora eugenia eugenie eulalia eunice eva
    evangeline eve evelina evelyn ewa fadila fadumo faith fanny farah farida fatima fatimah
    fatin fatou fatoumata faye felicity feodora fern fidelma filomena fiona fiorella flavia
    fleur flor flora florence florrie folake folasade frances francesca franziska freddi freya
    frida frieda fumiko gabi gabriela gabrielle gail galina gaynor gemma genevieve genoveva
    georgette georgia georgie georgina geraldina geraldine gerda gertrude ghislaine giada
    gillian gillie gina ginevra ginny giovanna gisela giselle gita giulia giuliana giuseppina
    gladys glenda glenys gloria gloriana glynis golda gosia grace grainne grazia grazyna greer
    greetje greta gretchen griselda gráinne guadalupe gudrun gulsen gunilla gwen gwendoline
    gwendolyn gwyneth habiba hadiza haley halima halina hanna hannah hanne harriet hatice hattie
    haya hayley hazel heather heba hedda hedwig hedy heidi heike heledd helen helena helene
    helga hella henrietta henrike hermione hertha hester hetty hilary hilda hilde hildegard
    hillary hiroko holly honora hope hortense hyacinth ianthe ida idoia ifeoma ilaria ileana
    ilona ilse ima imani imelda imogen ina inaya indira ines inga inge ingeborg ingrid
    inmaculada ioana iole irena irene irenka irina iris irma irmgard isabel isabella isadora
    isha ishbel ishita isla isobel isolde italia ivana iveta ivonne ivy iwona izabela jacinta
    jacqueline jacqui jadwiga jagoda jamila jana jane janelle janet janette janice janie janina
    janine janis jasmin jasmine jayne jeana jeanette jeanne jeannie jelena jelka jemima jeni
    jenna jennie jennifer jenny jerusha jess jessamine jessica jessie jessika jette jia jill
    jillian jitka joan joana joann joanna joanne jocasta joceline jocelyn jodi jodie johanna
    jolanta jolene jorja josefa josefina josephina josephine josie jovana joy joyce juana
    juanita judi judit judith judy julia juliana julianna julie juliet julieta julita june
    justina justine justyna jytte kaja kajsa kalpana kamala kamila kamini karen karima karin
    karina karla karolina karoline kasia kata katalin katarina katarzyna kate katerina kateryna
    kathe katherine kathleen kathrin kathryn kathy kati katia katie katja katrina katya kavita
    kay kayla keeley keira keisha kelly kelsey kendra keziah khadija kiara kiersten kimberley
    kimberly kirra kirsten kirstie kirsty kitty klara klaudia klavdiya kornelia kristen kristin
    kristina kristine krystyna ksenia kumari kylie laila lakshmi lalita lana lara larisa larissa
    latifa latisha latoya laura laurel lauren lauretta lavinia layla lea leah leanna leanne
    leena leila leilani lena leni lenka lenore leona leonie leonor leonora lesley leticia
    letizia lettice lia liana libby lidia lidiya liesel lila lilia lilian liliana lilith lillian
    lily lina linda lindiwe lindsay linnea liora lisa lisbeth lise lissa liv livia liz lizzie
    ljubica lois lola lorena loretta lori lorna lorraine lotta lotte lottie louella louisa
    louise lovisa luana lubna lucia luciana lucille lucinda lucy ludmila luisa luise luiza lula
    luz lydia lynn lynne lyubov lyudmila mabel macarena maddy madeleine madhuri mae maeve magda
    magdalena magdalene maggie maia maike maire mairead mairi maisie maja malgorzata malika
    malin mallory mamie mandisa mandy manon manuela mara marcela marcella marcelle marcia maren
    maretta margaret margarita margaux marge margery margherita margit margot margrethe
    marguerite maria mariah mariam mariama marian mariana marianne marie mariella marietta
    marija marijke marika marilou marilyn marina marion marisa marisol marit marita marjolein
    marjorie marjory marla marlena marlene marlies marsha marta martha martina martine mary
    maryam maryanne maryse mathilde matilda matilde mattie maud maura maureen mavis maxine maya
    mayumi meabh meena meenakshi meera meg megan mehwish mei meike melania melanie melina
    melinda melisande melissa melody mercedes mercy meredith merete meryl mette mia michaela
    michela michelle michiko mihaela mila milagros mildred milena milica millie mimi mina minnie
    miranda mireille mirela miriam miriama mirjam mitzi modupe moira mollie molly mona monica
    monika monique montserrat morag mumtaz muna munira muriel myfanwy myra myrtle máire nada
    nadezhda nadia nadine nadja naledi nancy nanette naoko naomi narges nasreen natacha natalia
    natalie natasha nathalie neelam neema neera nela nell nellie nerys nessa neus neve ngozi nia
    niamh nicola nicole nicolette nikki nilufar nina nkechi nkiru nneka noelene noelle noemi
    nomsa nomvula nonna noor nora norah noreen norma nuala nuria nyasha oana octavia oddny
    odette odile ofelia oksana olena olga olive olivia oluchi olwen onyeka oonagh ophelia orla
    orlagh orsolya otilia ottoline paloma pam pamela pascale patience patricia patrizia patsy
    patty paula paulette paulina pauline pavla pearl peggy penelope penny perla perpetua
    persephone petra petronella petunia philippa philomena phoebe phyllis pia piera pilar pippa
    polly pooja poppy portia precious preeti priscilla priti priya priyanka prudence prue
    purnima queenie quynh rachael rachel radhika rafaela raffaella ragnhild raisa rajni ramona
    rani raquel rashida raya reba rebecca reena regina reka renata renate renee renuka reyhan
    rhea rhian rhiannon rhoda rhona ria ricarda rikke rita ritu riya roberta robyn rochelle
    roisin romana romilly ronja rosa rosalba rosalia rosalie rosalind rosaline rosamund rosanna
    rosaria rosario rose roseann roseanne roseline rosemary rosie roslyn roswitha rowena roxana
    roxane roxanne rozalia ruby rukhsana ruta ruth ruthie saba sabina sabine sabrina sadia sadie
    safiya sahar saima sally salma saloni samantha samina samira sandhya sandie sandra sangeeta
    sanja sanna saoirse sara sarah sashka saskia saveria seema selena selene selina selma
    seraphina serena shabana shabnam shaheen shakira shamim shanice shannon shanti shari sharon
    shauna shazia sheena sheila shelagh shelley sherry sheryl shilpa shira shirin shirley
    shivani shona shreya shukri sian sibongile sibyl sidonie siena signe sigourney sigrid siiri
    silvia simin simona simone sinead sinéad siobhan siobhán siri siw siân sneha sofia solange
    solveig sonal sonia sonja sonya sophia sophie soraya sorcha sorrel stacey stefania stefanie
    stella stephania stephanie sue suki sumaya sunita sunniva surabhi susan susana susanna
    susannah susi susie suzanna suzanne suzette suzy svenja svetlana swati sybil sylvia sylvie
    synnove szilvia tabea tabitha taisia talia tallulah tamar tamara tamika tamsin tania tanja
    tansy tanvi tanya tara taryn tatiana tatjana tegan teodora teresa terese terri tess tessa
    thandeka thandi thandiwe thea thelma theodora theodosia theresa thirza thora thulisile
    tiffani tiffany tilda tilly timea tina tirzah titania tomoko topsy tori tove tracey tracy
    trina trish trisha trixie trudy tsitsi tuuli tyra ulla ulrika ulrike uma una ursula urszula
    uta ute uzma valentina valentyna valeria valerie vanda vanessa vania vasiliki velma vendela
    venetia vera verity veronica vesna vicenta vicki vicky victoria victorine vida vigdis vilma
    viola violet violeta violette virginia virginie vita viv viveca vivien vivienne wallis
    waltraud wanda wangari wanjiru wendy whitney wiktoria wilhelmina wilma winifred winnie
    xanthe xenia ximena xiomara yael yana yara yasmin yasmina yasmine yelena yesenia yevgenia
    yoko yolanda yolande yuka yukiko yulia yuliya yuna yvette yvonne zahra zainab zandra zanele
    zara zdenka zelda zena zenaida zenobia zeynep zita zoe zofia zora zorica zoya zsofia zsuzsa
    zuleika zulema zuri zuzana""".split()
)

EITHER = frozenset(
    """alex ariel ash ashley aubrey avery balwinder bea bhupinder cameron casey charlie chris
    corey dale dana devon drew finley frankie gurpreet hadley harjit hayden jackie jamie
    jaswinder jess jo jules kehinde kelly kerry kim kit lee leslie lou morgan nicky
    olumide pat quinn reese riley robin rowan sacha sam sandy sasha shannon skyler stevie
    taylor terry toni tracy val yuki""".split()
)
"""Names that men and women have alike."""


def is_given(name: str) -> bool:
    """Whether *name*, in lower case, is a given name of the lists, or a double one ("jo-anne")."""
    return any(part in MALE or part in FEMALE or part in EITHER for part in name.split("-"))


def manly(name: str) -> int:
    """1 for a man's given name, -1 for a woman's, 0 for one of neither list."""
    for part in name.split("-"):
        if part in MALE or part in FEMALE:
            return 1 if part in MALE else -1
    return 0
