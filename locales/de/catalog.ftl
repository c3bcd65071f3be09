### The words of the room `catalog`: its pages, messages and errors.
