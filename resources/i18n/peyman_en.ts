<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleHeader</name>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>%Ln ticked</numerusform>
            <numerusform>%Ln ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%Ln thing(s) are wrong with this release:</source>
        <translation>
            <numerusform>%Ln thing is wrong with this release:</numerusform>
            <numerusform>%Ln things are wrong with this release:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) to deal out</source>
        <translation>
            <numerusform>%Ln article to deal out</numerusform>
            <numerusform>%Ln articles to deal out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them shared</source>
        <translation>
            <numerusform>%Ln of them shared</numerusform>
            <numerusform>%Ln of them shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln file written</numerusform>
            <numerusform>%Ln files written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) brought up to date</source>
        <translation>
            <numerusform>%Ln file brought up to date</numerusform>
            <numerusform>%Ln files brought up to date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln annotation set</numerusform>
            <numerusform>%Ln annotation sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) are not finished; you can hand in again later.</source>
        <translation>
            <numerusform>%Ln article is not finished; you can hand in again later.</numerusform>
            <numerusform>%Ln articles are not finished; you can hand in again later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportChoice</name>
    <message numerus="yes">
        <source>%Ln article(s) so far</source>
        <translation>
            <numerusform>%Ln article so far</numerusform>
            <numerusform>%Ln articles so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln annotation set</numerusform>
            <numerusform>%Ln annotation sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) of theirs this project does not have; you will be asked.</source>
        <translation>
            <numerusform>%Ln label of theirs is not in this project; you will be asked.</numerusform>
            <numerusform>%Ln labels of theirs are not in this project; you will be asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read; why stands above.</source>
        <translation>
            <numerusform>%Ln file cannot be read; why stands above.</numerusform>
            <numerusform>%Ln files cannot be read; why stands above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLabels</name>
    <message numerus="yes">
        <source>The files have %Ln label(s) that this project does not have. What you choose is remembered for the next file.</source>
        <translation>
            <numerusform>The files have %Ln label that this project does not have. What you choose is remembered for the next file.</numerusform>
            <numerusform>The files have %Ln labels that this project does not have. What you choose is remembered for the next file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) still to choose.</source>
        <translation>
            <numerusform>%Ln label still to choose.</numerusform>
            <numerusform>%Ln labels still to choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) taken from the file.</source>
        <translation>
            <numerusform>%Ln label taken from the file.</numerusform>
            <numerusform>%Ln labels taken from the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read; why stands below.</source>
        <translation>
            <numerusform>%Ln file could not be read; why stands below.</numerusform>
            <numerusform>%Ln files could not be read; why stands below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) got the date that you confirmed.</source>
        <translation>
            <numerusform>%Ln article got the date that you confirmed.</numerusform>
            <numerusform>%Ln articles got the date that you confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>%Ln article added</numerusform>
            <numerusform>%Ln articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln annotation set</numerusform>
            <numerusform>%Ln annotation sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; the copy has them all.</source>
        <translation>
            <numerusform>… and %Ln more; the copy has them all.</numerusform>
            <numerusform>… and %Ln more; the copy has them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message numerus="yes">
        <source>%Ln article(s) read</source>
        <translation>
            <numerusform>%Ln article read</numerusform>
            <numerusform>%Ln articles read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln annotation set(s) would come in.</source>
        <translation>
            <numerusform>%Ln annotation set would come in.</numerusform>
            <numerusform>%Ln annotation sets would come in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are refused; why stands above.</source>
        <translation>
            <numerusform>%Ln file is refused; why stands above.</numerusform>
            <numerusform>%Ln files are refused; why stands above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be left out; they stand first.</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>%Ln would be left out; it stands first.</numerusform>
            <numerusform>%Ln would be left out; they stand first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new annotation(s)</source>
        <translation>
            <numerusform>%Ln new annotation</numerusform>
            <numerusform>%Ln new annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed annotation(s)</source>
        <translation>
            <numerusform>%Ln changed annotation</numerusform>
            <numerusform>%Ln changed annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn annotation(s)</source>
        <translation>
            <numerusform>%Ln withdrawn annotation</numerusform>
            <numerusform>%Ln withdrawn annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) there already</source>
        <translation>
            <numerusform>%Ln annotation there already</numerusform>
            <numerusform>%Ln annotations there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) merged.</source>
        <translation>
            <numerusform>%Ln annotation set merged.</numerusform>
            <numerusform>%Ln annotation sets merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln commitment</numerusform>
            <numerusform>%Ln commitments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) can be released.</source>
        <translation>
            <numerusform>%Ln article can be released.</numerusform>
            <numerusform>%Ln articles can be released.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) whose gold nobody has finished.</source>
        <translation>
            <numerusform>%Ln article whose gold nobody has finished.</numerusform>
            <numerusform>%Ln articles whose gold nobody has finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold, though somebody has finished them.</source>
        <translation>
            <numerusform>%Ln article left out: no gold, though somebody has finished it.</numerusform>
            <numerusform>%Ln articles left out: no gold, though somebody has finished them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold.</source>
        <translation>
            <numerusform>%Ln article left out: no gold.</numerusform>
            <numerusform>%Ln articles left out: no gold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: nearly the same as articles of several splits.</source>
        <translation>
            <numerusform>%Ln article left out: nearly the same as articles of several splits.</numerusform>
            <numerusform>%Ln articles left out: nearly the same as articles of several splits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) left out: not finished.</source>
        <translation>
            <numerusform>%Ln annotation set left out: not finished.</numerusform>
            <numerusform>%Ln annotation sets left out: not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with gold of several curators; one of them is taken.</source>
        <translation>
            <numerusform>%Ln article with gold of several curators; that of one is taken.</numerusform>
            <numerusform>%Ln articles with gold of several curators; that of one is taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of articles that say nearly the same stay together.</source>
        <translation>
            <numerusform>%Ln pair of articles that say nearly the same stays together.</numerusform>
            <numerusform>%Ln pairs of articles that say nearly the same stay together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) get their split now.</source>
        <translation>
            <numerusform>%Ln article gets its split now.</numerusform>
            <numerusform>%Ln articles get their split now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Annotators' names stand in %Ln place(s) of articles, which stay as they are.</source>
        <translation>
            <numerusform>Annotators' names stand in %Ln place of articles, which stays as it is.</numerusform>
            <numerusform>Annotators' names stand in %Ln places of articles, which stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dashboard</name>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs compared</source>
        <translation>
            <numerusform>%Ln pair compared</numerusform>
            <numerusform>%Ln pairs compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln commitment</numerusform>
            <numerusform>%Ln commitments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other annotators</source>
        <translation>
            <numerusform>%Ln other annotator</numerusform>
            <numerusform>%Ln other annotators</numerusform>
        </translation>
    </message>
</context>
</TS>
