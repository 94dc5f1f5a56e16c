"""Given names of one sex only, for telling whom "he" and "she" can mean; of many countries."""

MALE = frozenset(
    """aaron abdul abdullah abraham adam adeyemi ahmed ajay akira alan alasdair albert aleksander
    alessandro alexander alexei alfie alfred ali alistair amadou amir amit anatoly andre
    andreas andrei andres andrew andy angus anil anselm anthony anton antonio archibald archie
    arjun arnold arthur arturo asif august austin barnaby barrie barry bartholomew basil ben
    benedict benjamin bernard bernardo bertie bill billy bjorn bob bobby boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan byron caleb callum calum cameron carl
    carlo carlos casper cedric chad charles charlie chinedu christian christoph christopher
    clarence claude claudio clement cliff clifford clive clyde colin connor conor craig curtis
    cyril damian damien dan daniel danny darren darryl dave david dean declan deepak denis
    dennis derek dermot desmond diego dieter dilip dimitri dirk dmitri dmitry dominic don donal
    donald doug dougie douglas duncan dwayne dylan eamon eamonn ebenezer ed eddie edgar edmund
    eduardo edward edwin elias elijah emeka emil emmanuel enrique enzo eoin eric erik ernest
    ernesto ethan eugene evan ewan fabian farid felipe felix ferdinand fergus fernando finlay
    fintan floyd francesco francis francisco frank frankie fred freddie frederick fritz gareth
    gary gavin gene geoff geoffrey george gerald gerard gerry giles giorgio giovanni glen glenn
    godfrey gordon graeme graham grant greg gregory guillermo gunther guy habib hamid hamish
    hank hans hari harold harry harvey hassan hector heinrich helmut henrik henry herbert
    herman horace howard hubert hugh hugo humphrey hussein iain ian ibrahim idris igor imran
    isaac ismail ivan ivor jack jackson jacob jacques jaime jake jamal james jamie jared jason
    javier jay jeff jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim joaquin
    joe joel johan johann john johnny jon jonah jonas jonathan jordi jorge jose josef joseph
    josh joshua josiah juan julian julio jurgen justin kamal karl keir keith kelvin ken kenji
    kenneth kevin khalid kieran kofi konrad kurt kwame kyle lachlan lamar lance lars laurence
    lawrence lech leland len leo leon leonard leonid leroy lester lev lewis liam linas lionel
    lloyd lorenzo louis lucas ludwig luis luke magnus mahmoud malcolm manuel marc marcel marco
    marcos marcus mario mark marko markus martin marvin mateo matt matteo matthew matthias
    maurice mauricio max maxim mehmet melvin michael michel miguel mihail mike mikhail milan
    miles milos mitchell mohamed mohammad mohammed moses muhammad mustafa myles nathan
    nathaniel ned neil nelson neville niall nicholas nick nicolas niels nigel nikhil nikolai
    noah noel norman oleg oliver olu omar oscar osman otto owen pablo paddy paolo pascal
    patrick paul pavel pedro percival percy pete peter phil philip philippe pierre piers piotr
    pradeep pádraig quentin radek rafael raj rajesh ralph ramon randall rashid raul ravi ray
    raymond reggie reginald reuben rex ricardo richard rick ricky rob robbie robert roberto rod
    roderick rodney rodrigo roger roland rolf roman ron ronald ronan ronnie rory ross roy rufus
    rupert russell ryan samir samuel sandeep sanjay santiago saul scott seamus sean sebastian
    sergei sergey sergio seth shane shaun sid sidney silas simon solomon stanley stefan sten
    stephen steve steven stewart stuart sunil sven tariq ted terence terrence terry theo
    theodore thomas tim timothy tobias toby todd tom tomas tomasz tommy tony travis trevor
    tristan tunde tyler tyrone umar umberto vaughan vernon victor vijay vikram viktor vince
    vincent vincenzo vladimir volodymyr wade waldo wallace walt walter warren wayne wendell
    werner wesley wilbur wilf wilfred wilhelm will willem william winston wolfgang xavier yuri
    yusuf yves zachary""".split()
)
FEMALE = frozenset(
    """abbie abigail adele adriana agatha agnes aileen aisha aisling alexandra alexandria alice
    alicia alina alison alma amanda amara amber amelia amina amy ana anastasia angela angelica
    anita ann anna annabel anne anneka annette annie annika antonia aoife arlene astrid audrey
    ava barbara beatrice beatrix becky belinda bella bernadette bernice bertha beryl beth
    bethany betty beverley bianca birgit bonnie brenda briana bridget bridie brigid brigitte
    bronwen bryony camilla camille carla carmen carol carole carolina caroline carolyn carrie
    catarina catherine cathy catriona cecilia celeste celia charlene charlotte chelsea cheryl
    chiara chloe christina christine ciara cindy claire clara clare claudia colette colleen
    connie constance cora cordelia corinne courtney cristina crystal cynthia dagmar daisy
    daniela danielle daphne darlene dawn debbie deborah deirdre delia denise diana diane dianne
    dina dolores donna dora doreen doris dorota dorothy edith edna eileen elaine eleanor elena
    eliza elizabeth ella ellen ellie elsa elsie emilia emily emma erica erin esme esther ethel
    eugenia eunice eva eve evelyn faith fatima fatou faye felicity fern fiona flora florence
    folasade frances francesca freya frida frieda gabriela gabrielle gail gemma genevieve
    georgia georgina geraldine gertrude gillian gina giulia gladys glenda glenys gloria grace
    greta gretchen gráinne gudrun gwen gwendolyn hannah harriet hazel heather heidi helen
    helena helene henrietta hilary hilda holly hope ida imogen ines ingrid irena irene irina
    iris isabel isabella isla isobel ivy jacinta jacqueline jana jane janet janice janine
    jasmine jeanette jemima jenna jennifer jenny jess jessica jill joan joanna joanne jocelyn
    jodie josephine joy joyce juanita judith judy julia juliana julie juliet june justine karen
    karin karina katarina kate katerina katherine kathleen kathryn kathy katie katrina katya
    kay kayla keira kelly kirsten kirsty klara lara larissa laura lauren leah leanne leila lena
    lesley leticia lia lidia lilian lily linda lindsay lisa liz lizzie lola lorena lorna
    lorraine lottie louisa louise lucia lucille lucinda lucy luisa lydia lynn lynne mabel
    madeleine maeve magdalena maggie maisie mandy marcia margaret margarita margot marguerite
    maria mariam marian marianne marie marilyn marina marion marisol marjorie marlene marsha
    marta martha martina mary mathilde maud maura maureen mavis maxine maya meera meg megan
    melanie melinda melissa mercedes mercy michelle mildred millie mina minnie miranda miriam
    moira mollie molly mona monica monika morag muriel myra myrtle nadia nadine nancy naomi
    nasreen natalia natalie natasha nell nellie nessa ngozi niamh nicola nicole nina noelene
    noor nora noreen norma octavia odette olga olive olivia olwen ophelia orla ottoline paloma
    pam pamela patience patricia patsy paula pauline pearl peggy penelope penny petra philippa
    philomena phoebe phyllis polly precious priscilla priya prudence prue queenie rachel ramona
    rebecca regina renata rhian rhiannon rhoda rita roberta robyn roisin rosa rosalie rosalind
    rosamund rosanna rose roseanne rosemary rosie rowena roxanne ruby ruth sabrina sadie sally
    samantha sandra saoirse sara sarah selena selina selma shannon shauna sheena sheila shelley
    sheryl shirley shona shreya sibyl sigrid silvia simone sinead sinéad siobhan siobhán sofia
    sonia sonja sophia sophie sorcha stacey stella stephanie sue susan susanna susannah susie
    suzanne svetlana sybil sylvia tabitha tamara tamsin tania tanya tara tatiana teresa tess
    tessa thea thelma theresa tiffany tina tracey tracy trish trudy una ursula valentina
    valerie vanessa vera verity veronica vicki vicky victoria viola violet virginia vivien
    wanda wendy whitney wilma winifred yasmin yolanda yvette yvonne zara zoe zoya""".split()
)


def is_given(name: str) -> bool:
    """Whether *name*, in lower case, is a given name of the lists, or a double one ("jo-anne")."""
    return any(part in MALE or part in FEMALE for part in name.split("-"))


def manly(name: str) -> int:
    """1 for a man's given name, -1 for a woman's, 0 for one of neither list."""
    for part in name.split("-"):
        if part in MALE or part in FEMALE:
            return 1 if part in MALE else -1
    return 0
