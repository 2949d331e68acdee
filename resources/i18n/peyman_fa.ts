<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Peyman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate entities and commitments in Persian and Russian news, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of the licences come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>What is the “{role}”? Type its letter, or select text and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of commitment?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>{characters} characters, {words} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>{name} (gold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the article and go on to the next (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose annotations are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Text of the article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotations of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} ({count} sets)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting what this format can hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format cannot hold everything:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format holds everything: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss}, such as {examples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FontBox</name>
    <message>
        <source>The usual one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>{count} things are missing. Enter goes to one, F finishes all the same, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no role is filled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an article from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: a word, or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every article of the queue is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peyman projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample project is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entities} entities · {commitments} commitments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is on the disk as soon as it is made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name: what you label is kept under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file holds the articles, all annotations and their whole history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Search articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article here yet. Import some texts, and the work can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article has this in its title or name. Try fewer letters, or another state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting here: well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is in this state yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaField</name>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (comes with Peyman)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemas ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>Line {line}, characters {start}–{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested by {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the usual values where there is none yet (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word to yourself or to the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you unsure of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>one; two; three</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>and {count} older ones</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkAsDialog</name>
    <message>
        <source>Who works now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on, what is labelled is kept under this name; nothing else changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new name: nobody called so has annotations here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Files and folders to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of those &amp;named in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this &amp;person:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations that come along are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files or folders, or drop them here ({kinds}). An article that is in the project already does not come in twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whose they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Result</name>
    <message>
        <source>Report of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the end. What had come in by then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read; why stands below.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every file was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, {sets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {language}, {encoding}, {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} (called {other} in the file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the same text as {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: by {annotator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the file says something else about {fields}; the project's was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the project already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations that were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differing fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; the copy has them all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Running</name>
    <message>
        <source>Opening the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this article; what came in stays…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue: open the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a token to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a token to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a line down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a sentence to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a sentence to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select to the start of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a letter to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a letter to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span under the cursor; again: the next inner or outer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span outwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span inwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span outwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span inwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span outwards by a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the span inwards by a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span outwards by a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the span inwards by a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the span as doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commitment from the selection or the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: take the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: previous field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: fill in the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: back to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join hard-wrapped lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Peyman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no display to open the window on. Start Peyman in a graphical session, or see “peyman -h”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be opened: {reason}. Install what is missing (see README).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output cannot hold both the export and the JSON object. Export to a file, or leave out --json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({reason}). Set {variable}=1 to see where, and report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: the span {span} ({start}–{end}) does not quote its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {count} annotations carry “{layer}/{label}”, unknown to the schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: a role “{label}” does not lead from a commitment to a span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}” holds no text. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}” is longer than {megabytes} MB, too long for one article. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}”, line {line}: a NUL character, so this is no plain text or a damaged one. Save it again as plain UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}”, line {line}: half a character (a lone surrogate). Replace it and save as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}”, line {line}: bytes that are not UTF-8 in a text that otherwise is. Mend that line and save as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}” is no plain text, or in an encoding that cannot be told. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}” cannot be read as {encoding} without loss. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}” cannot be read: there is no encoding named {encoding}. Name another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changed in the meantime and was left as it is. Look at it again and repeat the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text at {start}–{end} to label. Select some text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” would cross “{other}”. Spans of this layer may lie inside one another but not cross: change one of the ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” would overlap “{other}”, which this layer does not allow. Change one of the ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fragment {start}–{end} is empty, lies outside its span, or does not come after the one before it. Choose its ends anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” already has this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” already fills this role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{quote}” is no commitment, so it has no roles. Choose a commitment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A commitment cannot fill a role of its own. Choose another span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a Peyman project, or it is damaged. Choose a .peyman file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Peyman. Update this program to open it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was made by an older Peyman and must be brought up to date first: open it once for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is there already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project at “{path}”. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of “{path}” does not exist. Make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is open in another window or program. Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is open for reading only, so nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be opened ({reason}). Check that you may read and write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}). Check the disk; if this stays, restore it from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}). The step was not saved; free the disk and repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be an annotator's name. Use 1 to 200 visible characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called “{name}” has annotations in this project. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another article is already called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{annotator}” already has other annotations on “{document}”; they were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged ({reason}). Restore it from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of “{document}” is not the text that was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” does not match its history in {count} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema {where}: {reason}. Correct the TOML and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema {where}, line {line}, key “{key}”: {reason}. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” is no label of the layer “{layer}” in this project's schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” is no layer of this project's schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place {offset} lies outside the text. The file belongs to another text; look for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place {offset}, counted in UTF-16 units, lies inside a character. Find out in which unit the file counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that finds the words of Persian texts stopped. Import again; if it stops again, install Peyman anew, because its part hazm is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at “{path}”. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” may not be read or written. Change its permissions, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{path}” is full. Nothing was changed; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read or written ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is no regular file. Name a file, or a folder to import all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” holds no file of a format that can be imported ({known}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file matches “{path}”. Check the pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “{name}” can only be exported, not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “{name}” can only be imported, not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds characters that cannot be seen or written, so it cannot name a document. Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Export to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has nothing of “{which}” to export. Export “all”, or import something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “{name}”. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” does not show its format: its name ends in none of {known}. Name the format, or rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} documents or annotation sets without a commitment leave no row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entities and arguments that fill no role of a commitment leave no trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} role fillers keep only their text: no label, offsets or attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} discontinuous spans are written as one stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes and doubts on entities, arguments and roles are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} attributes of commitments that the schema does not describe are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} commitments do not tell that they were accepted from a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} roles have no column, because the schema does not have them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} keys that Peyman does not know are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} texts are not in it, only the sentences with commitments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” holds no document. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “format” must be “{wanted}” but is “{found}”. Choose the right format, or a version of Peyman that knows this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” is missing. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” must be {wanted}. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: “{key}” is “{found}” but must be {wanted}. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, document “{name}”: the text is not the one that was annotated (its SHA-256 begins with {found}, that in the file with {wanted}). Restore the text; even a changed line end counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} is no stretch of this text, which has {length} characters. Offsets count Unicode code points; correct them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”; “{quote}” stands at {there_start}–{there_end}. Correct the offsets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} fits “{quote}” only when counted in UTF-16 units. Write the offsets in Unicode code points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the fragment {start}–{end} is empty, lies outside the span, or does not come after the one before it. Correct the fragments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the id “{id}” stands twice. Give each annotation its own id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its “{key}” is “{id}”, but this line has no such span. Add the span or remove the relation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: this says again what “{other}” says. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: it leads from “{id}” to itself. Correct its source or target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its source “{id}” belongs to the layer “{layer}”, but roles lead from commitments. Correct its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has labels that are not in this project's schema: {labels}. Add them to the schema of a new project, or rename them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: byte {byte} is not UTF-8. Save the file as UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: longer than {megabytes} MB. Write one JSON object a line, or split the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, character {column}: this is no JSON ({reason}). Write one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: nested more than {depth} levels deep. Make it flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “{key}” stands twice in one object. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: {number} is not a number that can be kept. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{text}” holds half of a surrogate pair (\u{unit}), which is no character. Remove it or write the whole pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a text holds the character NUL (\u0000). Remove it or put a space there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no JSON object. Write one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a commitment first; then fill its roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a span first: Tab goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span is called “{typed}”. Type a letter that is painted, or select text and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own annotations of this article have begun; those of {annotator} stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that Peyman did not foresee: {error}. What was saved is safe; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other annotators</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the window only; articles are always shown as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: Vazirmatn for Persian, the system's font for Russian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line spacing, ems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest line, characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join hard-wrapped lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlines and label names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument spans</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
