"""The gold release: a data set that can be published, made of a project; checked, and compared with an earlier one.

    plan = plan_release(project, Wanted(read_shares("80/10/10")))    what would be written
    write_release(project, folder, plan)                             all of it or nothing
    verify(folder)                                                   what is wrong with a folder
    compare(old, new)                                                what changed between two
"""
