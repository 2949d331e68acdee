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
